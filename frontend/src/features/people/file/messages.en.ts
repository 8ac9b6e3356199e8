import type { zh } from './messages.zh';

export const en: typeof zh = {
  visible: 'Let my profile be used',
  visibleWhat:
    'When it is off, employers do not see you and nothing is suggested to you; the profile stays and can be switched on again.',
  preview: 'What employers see',
  previewLead:
    'With your consent an employer sees this and how it meets what is asked: no full name, no ID number, no telephone number.',
  previewName: 'Name',
  previewPlace: 'Place',
  previewSkills: 'Skills',
  previewDegree: 'Education',
  previewWishes: 'Work wanted',
  claimWhat:
    'If a station made a file for you, ask there for a code. With it, what they wrote down belongs to your account and need not be typed again.',
  claimReplace: 'Use the station’s file instead of what I wrote myself',
  claimReplaceWhat:
    'What you wrote yourself is deleted; consents that you withdrew stay withdrawn. It cannot be done once yours is verified.',
  code: 'Code',
  codeHint: 'As on the slip. Hyphens and capital letters do not matter.',
  codeLacks: 'Please give the code from the station',
  tail: 'Last four characters of your ID number',
  tailHint:
    'To be sure that it is you; a final X counts. Leave it empty if the station took no ID number down.',
  tailWrong: 'Give all four, or none',
  wrongCode:
    'The code or the last four characters are wrong, or the code is used or expired. Check them, or ask the station for another.',
  replaceFirst:
    'You have written a profile yourself. To use the station’s file instead, tick this and try again.',
  claimSubmit: 'Take over my file',
  claimFailed: 'The file was not taken over',
  claimed: 'Done. Below is what the station wrote down; please check it.',
  history: 'Who looked at or changed my profile',
  noHistory: 'Nothing yet.',
  by: {
    person: 'You',
    officer: 'Staff of the station',
    administrator: 'A system administrator',
    system: 'The system',
  },
  event: {
    person_entered: 'made this profile',
    person_changed: 'changed the profile',
    person_linked: 'linked the profile to your account',
    person_verified: 'verified who you are',
    person_refused: 'did not verify who you are',
    person_revealed: 'looked at your data',
    person_removed: 'deleted the profile',
    consent_given: 'noted your consent',
    consent_withdrawn: 'withdrew a consent',
    code_issued: 'gave out a one-time code',
  },
  otherEvent: 'did something',
  field: {
    name: 'name',
    id_number: 'ID number',
    mobile: 'mobile number',
    all: 'the list',
    match: 'how you match a position',
  },
  why: {
    verification: 'Reason: checking papers',
    contact: 'Reason: getting in touch with you',
    application: 'Reason: acting for you',
    correction: 'Reason: correcting data',
    export: 'Reason: exporting a list',
    examination: 'Reason: checking that the matching is right',
  },
  purpose: {
    matching: 'comparing with positions',
    show_employers: 'being shown to employers',
    service_record: 'use of the service record',
  },
  failed: 'It was not changed',
};
