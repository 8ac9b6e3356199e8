/** The numerals of vouchers; never translated. */
export const capitalNumerals = {
  digits: ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'],
  places: ['', '拾', '佰', '仟'],
  groups: ['', '万', '亿'],
  yuan: '元',
  jiao: '角',
  fen: '分',
  whole: '整',
} as const;
