import type { zh } from './messages.zh';

export const en: typeof zh = {
  list: 'Positions that fit',
  details: 'Compare point by point',
  title: 'Positions for this person',
  lead: 'Best first. Open the comparison below a position to explain it at the counter.',
  back: 'The person’s file',
  nothing: 'Nothing suitable at the moment',
  nothingAdvice:
    'Ask what the person wants, can do and where they would go, fill it in and look again.',
  fillIn: 'Fill in the profile',
  noConsent: 'The person has not consented to matching',
  noConsentAdvice:
    'Explain what it is for. Once they have signed on paper, tick it under “Consents on paper” in the file.',
  toConsents: 'Back to the file',
};
