import type { zh } from './messages.zh';

export const en: typeof zh = {
  showData: 'Show the data',
  showChart: 'Show the chart',
  download: 'Download the data (CSV)',
  amount: 'Number',
  withUnit: (name, unit) => `${name} (${unit})`,
  notDrawn: 'The chart could not be drawn; here is its data',
};
