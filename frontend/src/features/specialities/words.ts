import { words } from '../../i18n/locale';
import { zh } from './messages.zh';

/** The military map as the bureau keeps it. */
export const specialityWords = words(zh, () => import('./messages.en'));
