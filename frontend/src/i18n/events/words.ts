import { words } from '../locale';
import { zh } from './messages.zh';

/** What the journal holds, in plain words: for a person's file and for the auditor. */
export const eventWords = words(zh, () => import('./messages.en'));
