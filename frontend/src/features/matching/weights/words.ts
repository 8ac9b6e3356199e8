import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

/** For the administrators who decide what the parts of a match weigh. */
export const weightsWords = words(zh, () => import('./messages.en'));
