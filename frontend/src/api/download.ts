import { saveFile } from '../lib/saveFile';
import { ok } from './client';

/** Hands the file that an answer is (`parseAs: 'blob'`) over to the person, under this name. */
export async function download(call: Parameters<typeof ok>[0], name: string) {
  saveFile((await ok(call)) as Blob, name);
}
