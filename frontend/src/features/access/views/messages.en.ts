import type { zh } from './messages.zh';

export const en: typeof zh = {
  dropped: (name) => `“${name}” was removed`,
};
