export const zh = {
  title: '少要求一样，合适的人会多一些',
  without: (what: string, people: string) => `要是不要求“${what}”，${people}合适；`,
  people: (n: number, atLeast: boolean) => (atLeast ? `至少 ${n} 人` : `约 ${n} 人`),
  now: (people: string) => `现在${people}合适。`,
  nowFew: '现在不到 5 人合适。',
  note: '“合适”指没有对不上的必须条件，匹配在 50 分以上。法律规定要持证的，不能不要求。',
  edit: '改岗位要求',
  years: '工作年限',
};
