import { words } from '../i18n/locale';
import { zh } from './messages.zh';

export const appWords = words(zh, () => import('./messages.en'));

/** The pages that have a name in menus. */
export type Title = keyof typeof zh.titles;
