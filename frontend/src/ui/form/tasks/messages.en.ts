import type { zh } from './messages.zh';

export const en: typeof zh = {
  tasksOf: (name) => `What one does: ${name}`,
  source:
    'From the 2022 classification of occupations; what a position says of itself counts for that position.',
};
