import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Weights of matching',
  lead: 'What each part of a match weighs, 100 together. Weights never change unless somebody accepts them; every match names its version.',
  version: (version) => `Version ${version}`,
  inUse: 'In use',
  stateOf: { proposed: 'Proposed', accepted: 'Used before' },
  parts: 'Weights of the parts',
  part: 'Part',
  weight: 'This set',
  change: 'Change',
  built: 'Came with the system',
  learnt: (people, preferences) => `From ${preferences} preferences of ${people} people`,
  proposed: (who, when) => `Proposed by ${who}, ${when}`,
  accepted: (who, when) => `Accepted by ${who}, ${when}`,
  accept: 'Accept',
  needsAnother: 'Your own proposal: another system administrator has to accept it',
  acceptTitle: (version) => `Accept version ${version}?`,
  acceptWhat:
    'From now on every match is made with it, and lists change their order. Read the report of the proposal first. To go back, accept the version before.',
  notAccepted: 'It was not accepted',
  done: (version) => `Version ${version} is in use`,
  cancel: 'Not now',
  howTitle: 'How to get a new proposal',
  how: 'A system administrator runs a command on the server. It learns from what people opened, saved and put away, and writes a report: what changes, and for whom. From too little it proposes nothing.',
};
