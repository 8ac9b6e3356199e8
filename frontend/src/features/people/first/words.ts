import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** Words of the questions by which somebody opens their own profile. */
export const firstWords = words(zh, () => import('./messages.en'));
