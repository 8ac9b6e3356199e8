import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** What misses by one thing, and what gives it. */
export const counterfactualWords = words(zh, () => import('./messages.en'));
