// The questions by which a profile is opened, and what each of them asks for.

import type { Purpose } from '../../../api/types';
import type { IdentityAnswers } from '../identity';

/** Behind the address's #; not the kinds of questions that lead into a profile's parts. */
export const questions = ['who', 'phone', 'home', 'agree', 'check'] as const;
export type Question = (typeof questions)[number];

export interface FirstAnswers extends IdentityAnswers {
  consents: Purpose[];
}

export const fieldsOf: Record<Question, readonly (keyof IdentityAnswers)[]> = {
  who: ['name', 'id_number'],
  phone: ['mobile'],
  home: ['division'],
  agree: [],
  check: [],
};

export function questionOf(field: string): Question | undefined {
  return questions.find((key) => fieldsOf[key].some((name) => name === field));
}
