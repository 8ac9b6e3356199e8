import type { Preferences } from '../../preferences';

export const zh = {
  readingTitle: '字号和颜色',
  size: '字号',
  sizes: {
    standard: '标准',
    large: '大字',
    elder: '长辈版',
  } satisfies Record<Preferences['size'], string>,
  theme: '颜色',
  themes: {
    system: '跟随手机或电脑',
    light: '浅色',
    dark: '深色',
  } satisfies Record<Preferences['theme'], string>,
  density: '列表的行距',
  densities: {
    comfortable: '宽松',
    compact: '紧凑',
  } satisfies Record<Preferences['density'], string>,
  readingKept: '马上生效，并记在这台手机或电脑上。',
};
