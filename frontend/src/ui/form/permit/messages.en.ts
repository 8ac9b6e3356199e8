import type { zh } from './messages.zh';

export const en: typeof zh = {
  permit: (permits, standing, source) => `${permits}. ${standing}. ${source}`,
  standing: {
    required: 'The law forbids the work without it',
    level: 'It shows a level; the work may be done without it',
  },
  source: (rule, isChecked) => `Under: ${rule}${isChecked ? '' : ' (still to be checked)'}`,
};
