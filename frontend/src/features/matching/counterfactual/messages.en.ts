import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'One step further',
  lead: 'Each of these, by itself, would bring more positions that fit. Whether it is worth it is up to you.',
  leadOfficer:
    'Each of these, by itself, would bring more positions that fit. Tell the person; they decide.',
  none: 'At the moment no position misses by just one thing.',
  noneWhy:
    'Certificates, education and shifts that are not filled in do not count as missing; they can be judged once they are.',
  toSection: (n) =>
    n === 1
      ? 'One step further: one thing would bring more positions'
      : `One step further: any of ${n} things would bring more positions`,
  you: 'you',
  person: 'the person',
  does: {
    certificate: (name) => `Get the certificate “${name}”`,
    driving_licence: (name) => `Get a driving licence of class ${name}`,
    renewal: (name) => `Renew “${name}”, which has expired`,
    degree: (name) => `Reach this education: ${name}`,
    skill: (name) => `Learn “${name}”`,
    place_allowed: (name) => `Would also go to ${name}`,
    place_added: (name) => `Would also go to ${name}`,
    shift: (name) => `Would also work: ${name}`,
    pay: (name) => `Ask for no more than ¥${name} a month`,
  },
  opened: (n, atLeast) =>
    `${atLeast ? 'At least ' : ''}${n} more ${n === 1 ? 'position fits' : 'positions fit'}`,
  raised: {
    general: (n) => `${n} ${n === 1 ? 'position fits' : 'positions fit'} clearly better`,
    place_added: (n) => `${n} more in a place wanted`,
    shift: (n) => `${n} more with a shift that suits`,
    pay: (n) => `${n} more that pay enough`,
  },
  both: (opened, raised) => `${opened}, and ${raised}`,
  best: 'Best of them:',
  bestFit: (fit) => `fit ${fit} then`,
  gives: {
    certificate: () => 'The service station knows where to take it and how long it takes.',
    driving_licence: () => 'The service station knows where to take it and how long it takes.',
    renewal: () =>
      'The office that issued it renews it; then put the new date of expiry into the profile.',
    degree: () =>
      'The lowest education those positions accept. The service station knows whether it can be reached beside a job.',
    skill: (who) => `Then add it to the profile. If ${who} can do it already, add it now.`,
    place_allowed: (who) => `Where to go is for ${who} to decide; the profile can be changed.`,
    place_added: (who) => `Where to go is for ${who} to decide; the profile can be changed.`,
    shift: (who) => `Which shifts to work is for ${who} to decide; the profile can be changed.`,
    pay: (who) => `How much to ask is for ${who} to decide; other positions do not depend on it.`,
  },
  addSkill: 'Add it to my profile',
  missing: 'What is missing',
  onlyThis: (what) => `Only one thing is missing. ${what}.`,
  better: (what) => `This would make it fit better. ${what}.`,
  fitThen: (fit) => `Fit ${fit} then.`,
};
