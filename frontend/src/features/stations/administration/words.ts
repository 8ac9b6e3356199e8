import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** The list of stations as its administrator keeps it. */
export const stationWords = words(zh, () => import('./messages.en'));
