/** What only a position's own page says. */
export const zh = {
  assumedMonth: (month: string, days: number | null | undefined) =>
    days
      ? `折合约 ${month}：按每月计薪 ${days / 100} 天算，以实际出勤为准`
      : `折合约 ${month}：按 12 个月平均算`,
  same: '本单位的相同岗位',
  sameWhy: '单位、工作和待遇基本相同，搜索结果里只显示一个。',
};
