import type { zh } from './messages.zh';

export const en: typeof zh = {
  title: 'Somebody changed it meanwhile',
  disputed: (n) =>
    n === 1
      ? 'You and somebody else both changed one field. Choose which to keep; nothing else is lost.'
      : `You and somebody else both changed ${n} fields. Choose which to keep; nothing else is lost.`,
  agreed: 'Their changes do not touch yours, and both are kept. Have a look, then save.',
  unchanged: 'What they changed is not on this form. All you wrote is here; you can save it.',
  taken: (names) => `Changed by them and not by you, now as they wrote it: ${names}`,
  and: ', ',
  mine: 'Yours',
  theirs: 'Now there',
  allMine: 'Keep all of mine',
  allTheirs: 'Take all of theirs',
  empty: '(empty)',
  choose: 'Choose which to keep',
  save: 'Save it so',
  later: 'Do not save yet',
  look: 'See what changed',
};
