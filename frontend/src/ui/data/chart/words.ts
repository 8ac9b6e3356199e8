import { words } from '../../../i18n/locale';
import { zh } from './messages.zh';

export const chartWords = words(zh, () => import('./messages.en'));
