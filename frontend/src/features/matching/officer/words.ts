import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** For the officer who looks for positions on a person's behalf. */
export const officerWords = words(zh, () => import('./messages.en'));
