import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** The officer's desk. */
export const deskWords = words(zh, () => import('./messages.en'));
