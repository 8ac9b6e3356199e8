import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** The roles of the demonstration world. */
export const demoWords = words(zh, () => import('./messages.en'));
