export const zh = {
  showData: '看数据',
  showChart: '看图',
  download: '下载这些数据（CSV）',
  amount: '数量',
  withUnit: (name: string, unit: string) => `${name}（${unit}）`,
  notDrawn: '图没有画出来，数据在下面',
};
