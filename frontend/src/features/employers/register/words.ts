import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** The officer's register of organisations. */
export const organisationWords = words(zh, () => import('./messages.en'));
