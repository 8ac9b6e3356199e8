import { words } from '../../i18n/locale';
import { zh } from './messages.zh';

/** Words of a verification, whoever is verified. */
export const verdictWords = words(zh, () => import('./messages.en'));
