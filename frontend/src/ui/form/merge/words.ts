import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** Words for when two people changed the same thing. */
export const mergeWords = words(zh, () => import('./messages.en'));
