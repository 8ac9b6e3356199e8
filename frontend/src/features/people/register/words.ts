import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** The officer's register of people. */
export const registerWords = words(zh, () => import('./messages.en'));
