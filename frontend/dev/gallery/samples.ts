import type { Suggestion } from '../../src/ui/form/ComboBox';

const occupations: Suggestion[] = [
  { value: '6-18-01-01', label: '车工', note: '6-18-01-01' },
  { value: '6-18-01-07', label: '数控车工', note: '6-18-01-07' },
  { value: '4-07-05-01', label: '保安员', note: '4-07-05-01' },
  { value: '6-29-03-07', label: '电工', note: '6-29-03-07' },
  { value: '4-02-02-01', label: '道路客运汽车驾驶员', note: '4-02-02-01' },
];

export async function suggestOccupation(text: string): Promise<Suggestion[]> {
  return occupations.filter(({ label }) => label.includes(text));
}

export interface Person {
  id: string;
  name: string;
  mobile: string;
  township: string;
  state: string;
  score: number;
  payFen: number;
  seen: string;
}

const names = ['张**', '李**', '王**', '赵**', '陈**', '杨**', '吴**', '周**'];
const townships = ['当湖街道', '钟埭街道', '曹桥街道', '乍浦镇', '新埭镇', '新仓镇'];
const states = ['待核验', '求职中', '已推荐', '已就业'];

export const people: Person[] = names.map((name, index) => ({
  id: `p${index}`,
  name,
  mobile: `138****${1200 + index * 37}`,
  township: townships[index % townships.length] ?? '',
  state: states[index % states.length] ?? '',
  score: 94 - index * 3,
  payFen: 550_000 + index * 62_550,
  seen: new Date(Date.now() - index * index * 7_200_000).toISOString(),
}));
