// The profile as its form holds it, and back again. What the form does not show passes unchanged.
import type { Degree, OwnProfile, Profile, Shift } from '../../api/types';

/** The Chinese mark between the things of a list. */
const LIST_MARK = '\u3001';

export const shifts = ['day', 'night', 'rotating', 'flexible'] as const;

/** `''` is "not said", which differs from no. */
export type Answer = 'yes' | 'no' | '';

export interface Draft {
  titles: string;
  skills: string;
  places: string[];
  payYuan: string;
  degree: Degree | '';
  shifts: Record<Shift, Answer>;
  housing: Answer;
}

export function draftOf({ skills = [], intentions = {}, degree }: OwnProfile): Draft {
  const { titles = [], places = [], shifts: said = [] } = intentions;
  const answered = (shift: Shift) =>
    answerOf(said.find((answer) => answer.shift === shift)?.accepted);
  return {
    titles: titles.join(LIST_MARK),
    skills: skills.map((skill) => skill.name).join(LIST_MARK),
    places,
    payYuan: intentions.pay_min_fen_month == null ? '' : String(intentions.pay_min_fen_month / 100),
    degree: degree ?? '',
    shifts: {
      day: answered('day'),
      night: answered('night'),
      rotating: answered('rotating'),
      flexible: answered('flexible'),
    },
    housing: answerOf(intentions.housing_needed),
  };
}

/** The server takes the whole profile, and nothing of what it tells beside it. */
export function applyDraft(own: OwnProfile, draft: Draft): Profile {
  const { service, educations, certificates, experiences, skills = [], intentions } = own;
  const kept = new Map(skills.map((skill) => [skill.name, skill]));
  return {
    service,
    educations,
    certificates,
    experiences,
    degree: draft.degree || null,
    // A skill that stays keeps the experience that shows it.
    skills: listed(draft.skills).map((name) => kept.get(name) ?? { name, experience_id: null }),
    intentions: {
      ...intentions,
      titles: listed(draft.titles),
      places: draft.places,
      pay_min_fen_month: draft.payYuan.trim() === '' ? null : Number(draft.payYuan) * 100,
      shifts: shifts
        .filter((shift) => draft.shifts[shift] !== '')
        .map((shift) => ({ shift, accepted: draft.shifts[shift] === 'yes' })),
      housing_needed: draft.housing === '' ? null : draft.housing === 'yes',
    },
  };
}

/** Whole yuan, at most six digits, or nothing. */
export function isPay(text: string): boolean {
  return /^\d{0,6}$/.test(text.trim());
}

/** Splits at the marks people put between things, Chinese or Latin; each thing once. */
function listed(text: string): string[] {
  const parts = text.split(/[\u3001\uff0c\uff1b,;\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function answerOf(value: boolean | null | undefined): Answer {
  if (value == null) return '';
  return value ? 'yes' : 'no';
}
