// Invented positions, people and matches for the stand-in server.
import type {
  Candidate,
  Line,
  Match,
  OwnPosition,
  OwnProfile,
  PositionCard,
  PositionDetail,
  Question,
  Shift,
} from '../src/api/types';

const townships = [
  ['330482001', '当湖街道'],
  ['330482100', '乍浦镇'],
  ['330482101', '新埭镇'],
] as const;

const jobs: [string, string, number, number, Shift | null, boolean][] = [
  ['数控机床操作员', '青云精密制造有限公司', 5500, 8500, 'rotating', true],
  ['安保主管', '金盾保安服务集团有限公司', 6000, 9300, 'day', true],
  ['物流调度主管', '顺达供应链管理有限公司', 6500, 10100, 'day', false],
  [
    '电气设备维修工（港区，持高压电工作业证优先）',
    '杭州湾港务机械有限公司',
    7000,
    11000,
    'night',
    true,
  ],
  ['幼儿园保育员', '湖畔实验幼儿园', 4200, 5200, 'day', false],
  ['货车驾驶员', '平川物流有限公司', 8000, 12000, 'flexible', false],
];

const cards: PositionCard[] = Array.from({ length: 24 }, (_, index) => {
  const [title, name, low, high, shift, veteran] = jobs[
    index % jobs.length
  ] as (typeof jobs)[number];
  const [code, township] = townships[index % 3] as (typeof townships)[number];
  return {
    id: `p${index}`,
    title,
    enterprise: { id: `e${index % jobs.length}`, name },
    occupation: null,
    pay: index === 4 ? null : { min_fen: low * 100, max_fen: high * 100, unit: 'month' },
    division: { code, name: township },
    degree_min: 'senior_middle',
    experience_years_min: index % 4,
    shift,
    housing: index % 3 === 0,
    veteran_preference: veteran,
    headcount_open: 1 + (index % 5),
    duplicates: index % 3,
    published_on: `2026-11-${String(22 - (index % 20)).padStart(2, '0')}`,
    valid_until: '2026-12-31',
  };
});

export const details: PositionDetail[] = cards.map((card, index) => ({
  ...card,
  same: index === 1 ? cards.slice(2, 3) : [],
  enterprise_detail: {
    ...card.enterprise,
    division: card.division,
    verified_on: '2026-11-18',
    description: '成立于 2008 年，做汽车零部件，员工 320 人。食堂供应午餐，交通班车到市区。',
  },
  description:
    '操作和日常保养数控车床，按图纸加工零件，填写交接班记录。\n每周休 2 天，包午餐，提供四人间宿舍。入职后师傅带三个月。',
  address: '平湖市经济开发区新明路 88 号',
  requirements: [
    { kind: 'certificate', name: '低压电工作业证', must: true },
    { kind: 'skill', name: '设备维护', must: true },
    { kind: 'skill', name: '数控操作', must: false },
    { kind: 'driving_licence', name: 'C1', must: false },
  ],
  state: 'open',
}));

export const ownPositions: OwnPosition[] = cards
  .filter(({ enterprise }) => enterprise.id === 'e1')
  .map((card, index) => ({
    id: card.id,
    enterprise_id: card.enterprise.id,
    enterprise_name: card.enterprise.name,
    state: index === 3 ? 'draft' : 'open',
    title: card.title,
    headcount: 5,
    hired: 2,
    pay: card.pay,
    division: card.division,
    valid_until: card.valid_until,
    veteran_preference: card.veteran_preference,
    description: '',
    requirements: [],
    unlawful: [],
    updated_at: '2026-11-20T01:00:00Z',
    version: 1,
  }));

const PAGE = 20;

export function page(query: URLSearchParams) {
  const wanted = (card: PositionCard) =>
    card.title.includes(query.get('q') ?? '') &&
    card.division.code.startsWith(query.get('region') ?? '') &&
    (card.pay?.max_fen ?? 0) >= Number(query.get('pay_min') ?? 0) &&
    (query.get('shift') ?? card.shift) === card.shift;
  const all = cards.filter(wanted);
  const from = Number(query.get('cursor') ?? 0);
  const limit = Number(query.get('limit') ?? PAGE);
  const next = from + limit < all.length ? String(from + limit) : null;
  return {
    items: all.slice(from, from + limit),
    next,
    total: all.length,
    facets: {
      region: query.get('region')
        ? townships.map(([code, name]) => ({ code, name, count: 8 }))
        : [{ code: '330482', name: '平湖市', count: all.length }],
      degree: [],
      shift: [{ code: 'day', count: all.filter((card) => card.shift === 'day').length }],
      pay: [],
    },
    relaxations: all.length
      ? []
      : [
          { field: 'shift', total: 12 },
          { field: 'pay_min', total: 3 },
        ],
  };
}

const line = (
  kind: Line['kind'],
  verdict: Line['verdict'],
  code: string,
  asked: string | null,
  has: string | null = null,
  evidence: string | null = null,
): Line => ({ kind, verdict, code, asked, has, evidence });

const good: Match = {
  weights_version: 1,
  fit: 86,
  coverage: 78,
  blocks: [],
  parts: [
    {
      kind: 'occupation',
      points: 312,
      points_max: 340,
      lines: [
        line(
          'occupation',
          'met',
          'speciality_leads',
          '数控机床操作员',
          '6-18-01-01',
          'speciality:repair',
        ),
      ],
    },
    {
      kind: 'skills',
      points: 205,
      points_max: 300,
      lines: [
        line('skills', 'met', 'skill_shown', '设备维护', '设备维护', 'experience:x1'),
        line('skills', 'missing', 'skill_missing', '数控操作'),
      ],
    },
    {
      kind: 'place',
      points: 160,
      points_max: 160,
      lines: [line('place', 'met', 'place_within', '330482001', '330482001')],
    },
    {
      kind: 'pay',
      points: 120,
      points_max: 120,
      lines: [line('pay', 'partly', 'pay_within', '550000-850000', '600000')],
    },
    {
      kind: 'degree',
      points: 60,
      points_max: 80,
      lines: [line('degree', 'met', 'degree_met', '3', '4')],
    },
    {
      kind: 'shift',
      points: 0,
      points_max: 0,
      lines: [line('shift', 'unknown', 'shift_unknown', 'rotating')],
    },
  ],
  ask: [
    { kind: 'shift', field: 'shifts', about: 'rotating', coverage: 12 },
    { kind: 'housing', field: 'housing_needed', about: null, coverage: 6 },
  ],
};

const ask: Question[] = [
  { kind: 'occupation', field: 'titles', about: null, coverage: 34 },
  { kind: 'skills', field: 'skills', about: null, coverage: 30 },
  { kind: 'place', field: 'places', about: null, coverage: 16 },
];

/** The spouse has told us nothing yet. */
export function matches(role: string) {
  const items = cards.slice(0, 8).map((position, index) => ({
    position,
    match: { ...good, fit: 86 - index * 3 },
  }));
  if (role === 'spouse') return { items: [], ask, next: null };
  return { items, ask: good.ask, next: null };
}

export const candidates: Candidate[] = ['张**', '李**', '欧阳**', '陈**'].map((name, index) => ({
  handle: `c${index}`,
  name,
  kind: index === 1 ? 'spouse' : 'veteran',
  match: { ...good, fit: 91 - index * 6 },
  division: { code: '330482001', name: '当湖街道' },
}));

export const profile: OwnProfile = {
  id: 'person',
  version: 1,
  division: { code: '330482001', name: '当湖街道' },
  verification: 'unverified',
  visible: true,
  created_at: '2026-11-20T01:00:00Z',
  updated_at: '2026-11-20T01:00:00Z',
  kind: 'veteran',
  name: '张**',
  degree: 'junior_college',
  skills: [{ name: '设备维护', experience_id: 'x1' }],
  intentions: {
    titles: ['设备维修'],
    occupations: [],
    places: ['330482001'],
    places_refused: [],
    pay_min_fen_month: 600_000,
    shifts: [{ shift: 'day', accepted: true }],
    housing_needed: null,
  },
};
