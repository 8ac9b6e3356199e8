import { words } from '../../../../i18n/locale';
import { zh } from './messages.zh';

/** A profile that an officer fills in for somebody. */
export const profileWords = words(zh, () => import('./messages.en'));
