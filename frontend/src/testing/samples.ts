import type { Match, PositionCard, SearchBody, Session } from '../api/types';

export const nobody: Session = { world: 'live', account: null, csrf_token: null, person_id: null };

export const veteran: Session = {
  world: 'live',
  csrf_token: 'token',
  person_id: 'person',
  account: { id: 'account', name: 'Z**', state: 'active', roles: [{ role: 'veteran' }] },
};

export const card: PositionCard = {
  id: 'p1',
  title: 'Fitter',
  enterprise: { id: 'e1', name: 'Works' },
  division: { code: '330482001', name: 'Danghu' },
  pay: { min_fen: 550_000, max_fen: 850_000, unit: 'month' },
  veteran_preference: true,
  headcount_open: 3,
  duplicates: 0,
  published_on: '2026-11-20',
  valid_until: '2026-12-31',
  shift: 'rotating',
};

export const page: SearchBody = {
  items: [card],
  total: 1,
  next: null,
  relaxations: [],
  facets: {
    region: [{ code: '330482', name: 'Pinghu', count: 1 }],
    degree: [],
    shift: [],
    pay: [],
  },
};

export const match: Match = {
  fit: 86,
  coverage: 78,
  blocks: [],
  parts: [
    {
      kind: 'occupation',
      points: 557,
      points_max: 600,
      lines: [
        {
          kind: 'occupation',
          verdict: 'met',
          code: 'title_wanted',
          asked: 'Fitter',
          has: 'Fitter',
        },
      ],
    },
    {
      kind: 'skills',
      points: 300,
      points_max: 400,
      lines: [
        {
          kind: 'skills',
          verdict: 'met',
          code: 'skill_shown',
          asked: 'Welding',
          evidence: 'experience:x1',
        },
        { kind: 'skills', verdict: 'missing', code: 'skill_missing', asked: 'CNC' },
      ],
    },
    {
      kind: 'shift',
      points: 0,
      points_max: 0,
      lines: [{ kind: 'shift', verdict: 'unknown', code: 'shift_unknown', asked: 'rotating' }],
    },
  ],
  ask: [{ kind: 'shift', field: 'shifts', about: 'rotating', coverage: 12 }],
  weights_version: 1,
};
