// The parts of one's own profile: which there are, how far each is, and where a question leads.
import type {
  Certificate,
  OwnProfile,
  PartKind,
  Profile,
  Purpose,
  Skill,
} from '../../../api/types';
import { dayOf } from '../../../ui/form/day';
import type { TaskState } from '../../../ui/form/TaskList';
import { applyDraft, type Draft, draftOf } from '../draft';
import type { Part } from './search';

/** Where the answer to a question of this kind belongs; the kind stands behind the address's #. */
export function partOfQuestion(kind: string): Part | undefined {
  return (questions as Record<string, Part>)[kind];
}

const questions: Partial<Record<PartKind | 'consents', Part>> = {
  occupation: 'wishes',
  place: 'wishes',
  pay: 'wishes',
  shift: 'wishes',
  housing: 'wishes',
  skills: 'skills',
  degree: 'education',
  experience: 'work',
  consents: 'consents',
};

export function stateOf(part: Part, own: OwnProfile, consents: readonly Purpose[]): TaskState {
  const { intentions: wish = {}, service = [], experiences = [], skills = [] } = own;
  const some = (...said: boolean[]): TaskState => {
    if (said.every(Boolean)) return 'done';
    return said.some(Boolean) ? 'started' : 'open';
  };
  const has = (list: readonly unknown[] | undefined) => (list?.length ?? 0) > 0;
  switch (part) {
    case 'basic':
      return some(true, own.id_number != null);
    case 'service':
      return has(service) ? some(true, ...service.map((one) => has(one.specialities))) : 'open';
    case 'education':
      return some(own.degree != null);
    case 'certificates':
      return some(has(own.certificates));
    case 'work':
      return some(has(experiences));
    case 'skills':
      return has(skills) ? some(true, ...skills.map((one) => one.experience_id != null)) : 'open';
    case 'wishes':
      return some(
        has(wish.titles),
        has(wish.places),
        wish.pay_min_fen_month != null,
        has(wish.shifts),
        wish.housing_needed != null,
      );
    default:
      return some(has(consents));
  }
}

/** A certificate, a class of driving licence or a language; its days as they are typed. */
export interface Paper {
  kind: Certificate['kind'];
  name: string;
  issued_on: string;
  expires_on: string;
}

/**
 * As the forms of the parts hold the profile: each skill with the experience that shows it, the
 * certificates in the server's order.
 */
export interface Answers extends Omit<Draft, 'skills' | 'certificates' | 'licences'> {
  skills: Skill[];
  certificates: Paper[];
}

export function answersOf(own: OwnProfile): Answers {
  const { licences: _, ...draft } = draftOf(own);
  const certificates = (own.certificates ?? []).map((one) => ({
    ...one,
    issued_on: one.issued_on ?? '',
    expires_on: one.expires_on ?? '',
  }));
  return { ...draft, skills: own.skills ?? [], certificates };
}

export function applyAnswers(own: OwnProfile, answers: Answers): Profile {
  const profile = applyDraft(own, { ...answers, skills: '', certificates: '', licences: [] });
  // What showed a skill may have been taken out in the meantime.
  const known = new Set([...answers.service, ...answers.experiences].map(({ id }) => id));
  const skills = answers.skills.map(({ name, experience_id }) => ({
    name: name.trim(),
    experience_id: experience_id && known.has(experience_id) ? experience_id : null,
  }));
  const certificates = answers.certificates.map(({ kind, name, issued_on, expires_on }) => ({
    kind,
    name: name.trim(),
    issued_on: dayOf(issued_on),
    expires_on: dayOf(expires_on),
  }));
  return { ...profile, skills, certificates };
}
