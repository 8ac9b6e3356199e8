// A position as its form holds it, and the ways from and to what the server holds.
import { newKey } from '../../api/client';
import type {
  Degree,
  OwnPosition,
  PayUnit,
  PositionInput,
  Requirement,
  Shift,
} from '../../api/types';
import type { Suggestion } from '../../ui/form/ComboBox';
import type { Faults } from '../../ui/form/useForm';
import { daysAfter, RENEW_DAYS } from './days';

export interface Draft {
  title: string;
  occupation: Suggestion | null;
  headcount: number | null;
  division: Suggestion | null;
  address: string;
  /** An empty unit: to be agreed. */
  pay: { unit: PayUnit | ''; min: number | null; max: number | null; months: number | null };
  degree_min: Degree | '';
  experience_years_min: number | null;
  shift: Shift | '';
  housing: '' | 'yes' | 'no';
  veteran_preference: boolean;
  requirements: (Requirement & { key: string })[];
  description: string;
  contact: string;
  valid_until: string;
}

export function freshRequirement(): Draft['requirements'][number] {
  return { key: newKey(), kind: 'skill', name: '', must: false };
}

export function freshDraft(division: Suggestion | null): Draft {
  return {
    title: '',
    occupation: null,
    headcount: 1,
    division,
    address: '',
    pay: { unit: 'month', min: null, max: null, months: null },
    degree_min: '',
    experience_years_min: null,
    shift: '',
    housing: '',
    veteran_preference: false,
    requirements: [],
    description: '',
    contact: '',
    valid_until: daysAfter(RENEW_DAYS),
  };
}

const suggestion = (one: { code: string; name: string } | null | undefined) =>
  one ? { value: one.code, label: one.name } : null;

export function draftOf(position: OwnPosition): Draft {
  const { pay, housing } = position;
  return {
    title: position.title,
    occupation: suggestion(position.occupation),
    headcount: position.headcount,
    division: suggestion(position.division),
    address: position.address ?? '',
    pay: {
      unit: pay?.unit ?? '',
      min: pay?.min_fen ?? null,
      max: pay?.max_fen ?? null,
      months: pay?.months_per_year ?? null,
    },
    degree_min: position.degree_min ?? '',
    experience_years_min: position.experience_years_min ?? null,
    shift: position.shift ?? '',
    housing: housing == null ? '' : housing ? 'yes' : 'no',
    veteran_preference: position.veteran_preference,
    requirements: position.requirements.map((one) => ({ ...one, key: newKey() })),
    description: position.description,
    contact: position.contact ?? '',
    valid_until: position.valid_until,
  };
}

/** What is sent. Not before `lacksOf` finds nothing. */
export function inputOf(draft: Draft): PositionInput {
  const { unit, min, max, months } = draft.pay;
  const pay = unit && min !== null && max !== null ? { unit, min, max } : null;
  return {
    title: draft.title.trim(),
    occupation: draft.occupation?.value ?? null,
    headcount: draft.headcount ?? 1,
    division: draft.division?.value ?? '',
    address: draft.address.trim() || null,
    pay: pay && { ...pay, months_per_year: unit === 'month' ? months : null },
    degree_min: draft.degree_min || null,
    experience_years_min: draft.experience_years_min,
    shift: draft.shift || null,
    housing: draft.housing === '' ? null : draft.housing === 'yes',
    veteran_preference: draft.veteran_preference,
    requirements: draft.requirements.map(({ kind, name, must }) => ({
      kind,
      name: name.trim(),
      must,
    })),
    description: draft.description.trim(),
    contact: draft.contact.trim() || null,
    valid_until: draft.valid_until,
  };
}

/** Stands for what is not written yet, so that the server looks at what is; no word hides in it. */
const FILLER = '\u2014';

/** What has been written so far, in a shape that the server reads. */
export function unfinishedOf(draft: Draft, county: string): PositionInput {
  const input = inputOf(draft);
  return {
    ...input,
    title: input.title.padEnd(2, FILLER),
    description: input.description.padEnd(10, FILLER),
    division: input.division || county,
    valid_until: input.valid_until || daysAfter(1),
    contact: null,
    requirements: (input.requirements ?? []).map((one) => ({
      ...one,
      name: one.name.padEnd(1, FILLER),
    })),
  };
}

type Lacks = Record<
  'title' | 'headcount' | 'division' | 'description' | 'validUntil' | 'pay' | 'payOrder' | 'name',
  string
>;

const length = (text: string) => [...text.trim()].length;

/** What the page itself can tell is missing. */
export function lacksOf(draft: Draft, t: Lacks): Faults {
  const { pay, headcount } = draft;
  const isPayPart = pay.unit !== '' && (pay.min === null || pay.max === null);
  const isPayTurned = pay.unit !== '' && (pay.max ?? 0) < (pay.min ?? 0);
  const names = draft.requirements.map(({ name }, index) => [
    `requirements/${index}/name`,
    length(name) < 1 ? t.name : undefined,
  ]);
  return {
    title: length(draft.title) < 2 ? t.title : undefined,
    headcount: !headcount || headcount > 1000 ? t.headcount : undefined,
    division: draft.division ? undefined : t.division,
    pay: isPayPart ? t.pay : isPayTurned ? t.payOrder : undefined,
    ...Object.fromEntries(names),
    description: length(draft.description) < 10 ? t.description : undefined,
    valid_until: draft.valid_until ? undefined : t.validUntil,
  };
}
