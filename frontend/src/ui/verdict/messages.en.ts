import type { zh } from './messages.zh';

export const en: typeof zh = {
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
