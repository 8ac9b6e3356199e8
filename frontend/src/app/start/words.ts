import { words } from '../../i18n/locale';
import { zh } from './messages.zh';

/** Apart from the words of every page, since few see this one. */
export const startWords = words(zh, () => import('./messages.en'));
