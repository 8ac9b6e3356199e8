import type { zh } from './messages.zh';

export const en: typeof zh = {
  reset: 'Set a new password',
  resetHow: 'First get a code at a station',
  resetSteps:
    'Take your ID card to any veterans’ service station; the staff check who you are and give you a code. For accounts of employers and staff, ask the administrator.',
  toStations: 'Addresses and telephone numbers of the stations',
  code: 'The code you were given',
  codeHint: 'As on the slip; capitals do not matter. It works once.',
  codeLacks: 'Please give the code from the station',
  resetSubmit: 'Set the password',
  resetFailed: 'The password was not set',
  resetDone: 'The new password is set; please sign in',
};
