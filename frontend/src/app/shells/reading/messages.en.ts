import type { zh } from './messages.zh';

export const en: typeof zh = {
  readingTitle: 'Size and colours',
  size: 'Text size',
  sizes: { standard: 'Standard', large: 'Large', elder: 'Extra large' },
  theme: 'Colours',
  themes: { system: 'As this device', light: 'Light', dark: 'Dark' },
  density: 'Rows of lists',
  densities: { comfortable: 'Comfortable', compact: 'Compact' },
  readingKept: 'Takes effect at once and is kept on this device.',
};
