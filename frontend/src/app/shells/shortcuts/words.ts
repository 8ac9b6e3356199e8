import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

export const shortcutWords = words(zh, () => import('./messages.en'));
