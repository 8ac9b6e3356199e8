// The profile as its form holds it, and back again. What the form does not show passes unchanged.
import type { Branch, Certificate, Degree, OwnProfile, Profile, Shift } from '../../api/types';

/** The Chinese mark between the things of a list. */
const LIST_MARK = '\u3001';

export const shifts = ['day', 'night', 'rotating', 'flexible'] as const;

/** `''` is "not said", which differs from no. */
export type Answer = 'yes' | 'no' | '';

/** A stretch of work or of service; years as they are typed. */
export interface Stretch {
  id: string;
  title: string;
  from: string;
  to: string;
  text: string;
  /** Of service only. */
  branch?: Branch;
}

/** Licence classes that positions ask for. */
export const licences = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'D', 'E'] as const;

export interface Draft {
  service: Stretch[];
  experiences: Stretch[];
  certificates: string;
  licences: string[];
  titles: string;
  skills: string;
  places: string[];
  kmMax: string;
  payYuan: string;
  degree: Degree | '';
  shifts: Record<Shift, Answer>;
  housing: Answer;
}

export function draftOf(own: OwnProfile): Draft {
  const { skills = [], intentions = {}, degree, certificates = [] } = own;
  const ofKind = (kind: Certificate['kind']) =>
    certificates.filter((one) => one.kind === kind).map(({ name }) => name);
  const { titles = [], places = [], shifts: said = [] } = intentions;
  const answered = (shift: Shift) =>
    answerOf(said.find((answer) => answer.shift === shift)?.accepted);
  return {
    service: (own.service ?? []).map((period) => ({
      ...stretchOf(period),
      title: (period.specialities ?? []).map(({ title }) => title).join(LIST_MARK),
      branch: period.branch,
    })),
    experiences: (own.experiences ?? []).map((work) => ({
      ...stretchOf(work),
      title: work.title,
    })),
    certificates: ofKind('certificate').join(LIST_MARK),
    licences: ofKind('driving_licence'),
    titles: titles.join(LIST_MARK),
    skills: skills.map((skill) => skill.name).join(LIST_MARK),
    places,
    kmMax: String(intentions.distance_km_max ?? ''),
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
  const { educations, skills = [], intentions } = own;
  const kept = new Map(skills.map((skill) => [skill.name, skill]));
  return {
    educations,
    service: draft.service.map((stretch) => servicePeriod(own, stretch)),
    experiences: draft.experiences.map(({ id, title, from, to, text }) => ({
      id,
      title: title.trim(),
      from_year: year(from),
      to_year: year(to),
      text: text.trim(),
    })),
    certificates: certificatesOf(own, draft),
    degree: draft.degree || null,
    // A skill that stays keeps the experience that shows it.
    skills: listed(draft.skills).map((name) => kept.get(name) ?? { name, experience_id: null }),
    intentions: {
      ...intentions,
      titles: listed(draft.titles),
      places: draft.places,
      distance_km_max: draft.kmMax.trim() === '' ? null : Number(draft.kmMax),
      pay_min_fen_month: draft.payYuan.trim() === '' ? null : Number(draft.payYuan) * 100,
      shifts: shifts
        .filter((shift) => draft.shifts[shift] !== '')
        .map((shift) => ({ shift, accepted: draft.shifts[shift] === 'yes' })),
      housing_needed: draft.housing === '' ? null : draft.housing === 'yes',
    },
  };
}

function stretchOf({ id, from_year, to_year, text }: StretchData) {
  return { id, from: String(from_year ?? ''), to: String(to_year ?? ''), text: text ?? '' };
}

interface StretchData {
  id: string;
  from_year?: number | null;
  to_year?: number | null;
  text?: string;
}

/** What the form does not show of a period, such as the rank, stays with it. */
function servicePeriod(own: OwnProfile, { id, title, from, to, text, branch }: Stretch) {
  const before = own.service?.find((period) => period.id === id);
  const known = new Map(before?.specialities?.map((one) => [one.title, one]));
  return {
    ...before,
    id,
    branch: branch ?? 'other',
    from_year: year(from) ?? 0,
    to_year: year(to),
    text: text.trim(),
    specialities: listed(title).map((name) => known.get(name) ?? { title: name, code: null }),
  };
}

function certificatesOf({ certificates = [] }: OwnProfile, draft: Draft): Certificate[] {
  const wanted = [
    ...listed(draft.certificates).map((name) => ({ kind: 'certificate', name }) as const),
    ...draft.licences.map((name) => ({ kind: 'driving_licence', name }) as const),
  ];
  const kept = (one: { kind: string; name: string }) =>
    certificates.find(({ kind, name }) => kind === one.kind && name === one.name);
  return [
    ...wanted.map((one) => kept(one) ?? one),
    // Languages have no field here yet.
    ...certificates.filter(({ kind }) => kind === 'language' || kind === 'skill'),
  ];
}

function year(text: string): number | null {
  return /^\d{4}$/.test(text.trim()) ? Number(text) : null;
}

/** What a stretch still needs before it can be sent. */
export function stretchLacks(stretch: Stretch): 'title' | 'from' | 'to' | undefined {
  const isYear = (text: string) => /^(19|20)\d\d$/.test(text.trim());
  if (stretch.branch === undefined && stretch.title.trim() === '') return 'title';
  if (!isYear(stretch.from)) return 'from';
  return stretch.to.trim() === '' || isYear(stretch.to) ? undefined : 'to';
}

/** Whole yuan, at most six digits, or nothing. */
export function isPay(text: string): boolean {
  return /^\d{0,6}$/.test(text.trim());
}

/** Whole kilometres, as far as the server takes for a way to work, or nothing. */
export function isWay(text: string): boolean {
  const km = text.trim();
  return km === '' || (/^\d{1,4}$/.test(km) && Number(km) >= 1 && Number(km) <= 2000);
}

export function joined(names: readonly string[]): string {
  return names.join(LIST_MARK);
}

/** Splits at the marks people put between things, Chinese or Latin; each thing once. */
export function listed(text: string): string[] {
  const parts = text.split(/[\u3001\uff0c\uff1b,;\n]/).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

function answerOf(value: boolean | null | undefined): Answer {
  if (value == null) return '';
  return value ? 'yes' : 'no';
}
