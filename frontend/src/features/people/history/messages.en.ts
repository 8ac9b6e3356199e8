import type { zh } from './messages.zh';

export const en: typeof zh = {
  stretches: {
    service: {
      title: 'What you did in the service',
      hint: 'Never give unit names, numbers or places.',
      one: (n) => `Service ${n}`,
      add: 'Add a period of service',
      what: 'Speciality or post',
      whatHint: 'Separate with commas, e.g. driver, cook',
      didHint: 'E.g. drove transport lorries for six years, trained five drivers',
    },
    work: {
      title: 'Civilian work you did',
      hint: 'Leave it out if there was none.',
      one: (n) => `Work ${n}`,
      add: 'Add work you did',
      what: 'What work',
      whatHint: 'E.g. storekeeper',
      didHint: 'E.g. goods in and out, stock-taking, warehouse software',
    },
  },
  branchLabel: 'Branch',
  branch: {
    army: 'Army',
    navy: 'Navy',
    air: 'Air Force',
    rocket: 'Rocket Force',
    strategic_support: 'Strategic Support Force',
    joint_logistics: 'Joint Logistics Support Force',
    aerospace: 'Aerospace Force',
    cyberspace: 'Cyberspace Force',
    information_support: 'Information Support Force',
    police: 'Armed Police',
    other: 'Other',
  },
  from: 'From year',
  to: 'To year (or open)',
  did: 'What exactly (optional)',
  lacks: {
    title: 'Please say what work',
    from: 'Please give 4 digits, such as 2012',
    to: 'Please give 4 digits, such as 2020',
  },
};
