import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** What a requirement of a published position costs. */
export const reachWords = words(zh, () => import('./messages.en'));
