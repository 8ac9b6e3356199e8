// A busy machine is slow, not wrong: tests wait as long as it takes, and fail only when nothing comes.
import { configure } from '@testing-library/dom';

configure({ asyncUtilTimeout: 20_000 });
