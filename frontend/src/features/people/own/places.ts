// Where each field of the profile is asked: a wrong one may lie on another page than the one that is open.
import type { Answers } from './parts';
import type { Part } from './search';

export interface Place {
  part: Part;
  /** Which entry of the part's list. */
  entry?: string;
  /** Behind the address's #: the field, or the question that asks for it. */
  hash: string;
}

/** By the kind of question that leads there. */
export const wishQuestions = ['occupation', 'place', 'pay', 'shift', 'housing'] as const;
export type WishQuestion = (typeof wishQuestions)[number];

/** Where a wrong answer was given. */
const questionOf: Partial<Record<string, WishQuestion>> = {
  titles: 'occupation',
  places: 'place',
  kmMax: 'place',
  payYuan: 'pay',
  shifts: 'shift',
  housing: 'housing',
};

/** The page that asks for a field, by the field's id; nothing for what no page asks. */
export function placeOf(field: string, answers: Answers): Place | undefined {
  const [, name = '', at = ''] = field.split('-');
  const question = questionOf[name];
  if (question) return { part: 'wishes', hash: question };
  const of = (part: Part, entry?: string | undefined) => ({
    part,
    hash: field,
    ...(entry !== undefined && { entry }),
  });
  switch (name) {
    case 'service':
      return of('service', answers.service[Number(at)]?.id);
    case 'experiences':
      return of('work', answers.experiences[Number(at)]?.id);
    case 'certificates':
      return of('certificates', paperEntry(answers, at));
    case 'skills':
      return of('skills');
    case 'degree':
      return of('education');
    default:
      return undefined;
  }
}

/** Driving licences are asked together; languages have no page yet. */
export const LICENCE = 'licence';

function paperEntry({ certificates }: Answers, at: string): string | undefined {
  const kind = certificates[Number(at)]?.kind;
  if (kind === 'driving_licence') return LICENCE;
  return kind === 'certificate' ? at : undefined;
}

export function isSamePage(one: Place, part: Part, entry: string | undefined): boolean {
  return one.part === part && (one.entry ?? entry) === entry;
}
