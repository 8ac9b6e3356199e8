import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** Accounts, their roles, and the queue. */
export const administrationWords = words(zh, () => import('./messages.en'));
