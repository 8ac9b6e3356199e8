import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** Saved views. */
export const viewWords = words(zh, () => import('./messages.en'));
