import { words } from './locale';
import { zh } from './messages.zh';

/** Words of the values that more than one feature shows. */
export const sharedWords = words(zh, () => import('./messages.en'));
