import { words } from '../i18n/locale';
import { zh } from './messages.zh';

/** Words of the kit itself. Apart from the shared ones, since the first load needs few of them. */
export const uiWords = words(zh, () => import('./messages.en'));
