import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

export const verifyWords = words(zh, () => import('./messages.en'));
