import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** Of who has forgotten the password; apart, since few need it. */
export const resetWords = words(zh, () => import('./messages.en'));
