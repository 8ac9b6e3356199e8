import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** Words about what one does in an occupation. */
export const taskWords = words(zh, () => import('./messages.en'));
