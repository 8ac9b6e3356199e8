import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Verification',
  lead: 'The veterans’ service station of your town or subdistrict verifies that an organisation is real and lawful, free of charge.',
  back: 'Back to verification',
  how: 'How it works',
  steps: [
    'Register your organisation here, or ask to represent one that is registered.',
    'Bring the business licence and your own identity card to the service station of its town or subdistrict.',
    'The staff check its name, its credit code, its place, and that you belong to it.',
    'It then says “Verified” here, and you can publish positions.',
  ],
  own: 'Organisations you represent',
  requests: 'Organisations you asked to represent',
  request: { pending: 'Waiting for the station', refused: 'Not allowed' },
  askedOn: 'Asked',
  decidedOn: 'Answered',
  requestNext: {
    pending:
      'Bring the business licence, a letter of authority from the organisation and your identity card to the veterans’ service station of its town or subdistrict. An organisation that is not verified is verified first, then you are. Once you are allowed, sign in anew to change its details and write its positions here; there is no need to ask again.',
    refused:
      'The station did not allow you to represent it. Ask the station of its town or subdistrict why, bring a letter of authority and your identity card, and ask once more.',
  },
  askAgain: 'Ask once more',
  none: 'You represent no organisation yet',
  noneAdvice:
    'Register yours if nobody has; otherwise ask to represent it, and wait for the station to agree.',
  register: 'Register an organisation',
  registerLead: 'You then also ask to represent it.',
  represent: 'Ask to represent one',
  representLead:
    'The station asks the organisation about you; once it agrees, you look after its positions.',
  edit: 'Change the details',
  kind: 'What it is',
  kinds: { enterprise: 'Enterprise', association: 'Association' },
  name: 'Name',
  nameHint: 'As on the business licence',
  code: 'Unified social credit code',
  codeHint: 'The 18 characters on the business licence',
  codeShort: (n) => `18 characters are needed, there are ${n}`,
  codeWrong: 'The check character does not fit; compare it with the licence',
  codeFine: 'The code is well formed',
  noCode: 'Why there is no credit code',
  noCodeHint: 'Not needed where there is one',
  division: 'Place',
  divisionHint: 'The town or subdistrict whose station verifies it',
  address: 'Address',
  industry: 'Industry',
  section: ({ english }) => english,
  industryHint: 'Write what people call it and choose; if it is not there, your own words stay',
  description: 'About it',
  descriptionHint: 'What it does, how many work there, what it offers veterans; people see this',
  again: 'This has to be verified again',
  againWhy:
    'You changed the name, the credit code or the place. Once saved, the organisation waits for verification and its open positions are paused; publish them again when the station has checked it.',
  save: 'Save the details',
  send: 'Register it',
  ask: 'Send the request',
  saved: 'The details are saved',
  registered: (name) => `Registered: ${name}. Please bring the papers to the station`,
  asked: 'Sent; please wait for the station to agree',
  toVerification: 'See verification',
  notAsked: {
    not_found: 'No organisation is registered with this code yet',
    conflict: 'You have asked already, or represent it',
  },
  notAskedNext: {
    not_found:
      'Compare the code with the business licence. If it is right, register the organisation.',
    conflict: 'There is no need to ask again; see under verification how far it is.',
  },
  lacks: {
    name: 'Please give the name, in at least 2 characters',
    code: 'Please give the credit code, or say why there is none',
    division: 'Please choose the place from the list',
  },
};
