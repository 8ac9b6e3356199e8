import { words } from '../../../../i18n/locale';
import { zh } from './messages.zh';

/** Lists of people that come as a table. */
export const importWords = words(zh, () => import('./messages.en'));
