import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** Words of the parts of one's own profile, each asked on a page of its own. */
export const ownWords = words(zh, () => import('./messages.en'));
