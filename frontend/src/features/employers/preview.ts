import type { Organisation, PositionDetail } from '../../api/types';
import { today } from './days';
import { type Draft, inputOf } from './draft';
import type { writingWords } from './writing/words';

type Words = Pick<(typeof writingWords)['zh'], 'untitled' | 'nothingYet'>;
type Known = Pick<Organisation, 'name'> & Partial<Organisation>;

/** What is being written in the shape in which the public gets it. */
export function previewOf(draft: Draft, enterprise: Known, t: Words): PositionDetail {
  const { pay, ...input } = inputOf(draft);
  const named = ({ value, label }: { value: string; label: string }) => ({
    code: value,
    name: label,
  });
  const division = draft.division ? named(draft.division) : { code: '', name: '' };
  const { id = '', name, description = '', verified_at } = enterprise;
  return {
    ...input,
    id: '',
    duplicates: 0,
    same: [],
    state: 'open',
    title: input.title || t.untitled,
    description: input.description || t.nothingYet,
    pay: pay
      ? {
          min_fen: pay.min,
          max_fen: pay.max,
          unit: pay.unit,
          months_per_year: pay.months_per_year ?? null,
        }
      : null,
    division,
    occupation: draft.occupation && named(draft.occupation),
    requirements: (input.requirements ?? []).filter((one) => one.name !== ''),
    veteran_preference: draft.veteran_preference,
    headcount_open: input.headcount,
    published_on: today(),
    valid_until: input.valid_until || today(),
    enterprise: { id, name },
    enterprise_detail: {
      id,
      name,
      description,
      division: enterprise.division ?? division,
      verified_on: verified_at ? verified_at.slice(0, 10) : null,
    },
  };
}
