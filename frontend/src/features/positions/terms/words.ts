import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

export const termWords = words(zh, () => import('./messages.en'));
