import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** For whoever answers for the engine. */
export const apartWords = words(zh, () => import('./messages.en'));
