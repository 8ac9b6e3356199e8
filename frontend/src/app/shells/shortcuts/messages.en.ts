import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Keyboard shortcuts',
  lead: 'What works on this page at present:',
  does: {
    nextStep: 'Go to the next step',
    firstRow: 'Go to the first row of the list',
    nextRow: 'In a list: next row',
    previousRow: 'In a list: previous row',
    selectRow: 'In a list: select the row, or not',
    nextDetail: 'In the details: next one',
    previousDetail: 'In the details: previous one',
    undo: 'Take back what was just done',
    palette: 'Find or go to',
    list: 'Open this list',
  },
  singleKeys: 'Use single-key shortcuts',
  singleKeysHint:
    'Those without Ctrl. Turn them off if you dictate, or hit keys by accident; turn them on again under “Display”.',
};
