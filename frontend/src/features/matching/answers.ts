// Questions that one press can answer, and what the answer writes into the profile.
import type { Profile, Question, Shift } from '../../api/types';

export type Answer = 'accept' | 'refuse' | 'need' | 'noNeed' | 'can';

/** None: the answer needs more than a press, and the question leads to the profile. */
export function answersTo(question: Question): readonly Answer[] {
  switch (question.field) {
    case 'shifts':
      return question.about ? ['accept', 'refuse'] : [];
    case 'housing_needed':
      return ['need', 'noNeed'];
    case 'skills':
      return question.about ? ['can'] : [];
    default:
      return [];
  }
}

export function answered(profile: Profile, question: Question, answer: Answer): Profile {
  const { skills = [], intentions = {} } = profile;
  if (answer === 'can') {
    return { ...profile, skills: [...skills, { name: question.about ?? '', experience_id: null }] };
  }
  if (answer === 'need' || answer === 'noNeed') {
    return { ...profile, intentions: { ...intentions, housing_needed: answer === 'need' } };
  }
  const shift = question.about as Shift;
  const others = (intentions.shifts ?? []).filter((one) => one.shift !== shift);
  const shifts = [...others, { shift, accepted: answer === 'accept' }];
  return { ...profile, intentions: { ...intentions, shifts } };
}
