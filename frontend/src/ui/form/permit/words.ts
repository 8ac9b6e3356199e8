import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** Words about what a certificate or licence permits. */
export const permitWords = words(zh, () => import('./messages.en'));
