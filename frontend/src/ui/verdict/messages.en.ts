import type { zh } from './messages.zh';

export const en: typeof zh = {
  changed: 'What is registered has just changed',
  changedUnseen:
    'Nothing you can see here is different; it may be a name or number that is covered. Compare it with the papers again.',
  fromTo: (before, now) => `${before || 'not given'} → ${now || 'not given'}`,
  kept: 'What you ticked and wrote is still here. Look at it as it stands now, then decide.',
  lookedAgain: 'I have looked again, go on',
  papersSeen: 'Papers seen',
  otherPapers: 'Other papers',
  lacksPapers: 'Choose the papers you have seen, or write down which',
  and: ', ',
  approve: 'Verify',
  refuse: 'Refuse',
  notVerified: 'Not verified',
  verified: (name) => `${name} is verified`,
  refuseTitle: (name) => `Refuse ${name} this time`,
  refuseWhy: 'What is missing or does not agree',
  refuseDo: 'Record the refusal',
  lacksWhy: 'Write down what is missing or does not agree',
  refused: (name) => `${name} is recorded as refused`,
};
