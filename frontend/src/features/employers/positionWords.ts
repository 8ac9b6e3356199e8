import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import type { FieldWords } from '../../ui/form/merge/MergeDialog';
import type { Draft } from './draft';
import { writingWords } from './writing/words';

/** What is written about a position, in words, to be compared. */
export function usePositionWords(): FieldWords<Draft> {
  const t = useWords(writingWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  const asIs = (text: string) => text;
  const label = (one: { label: string } | null) => one?.label ?? '';
  const number = (unit: string) => (n: number | null) => (n === null ? '' : `${n} ${unit}`);
  return {
    title: { label: t.title, say: asIs },
    occupation: { label: t.occupation, say: label },
    headcount: { label: t.headcount, say: number(t.people) },
    division: { label: t.division, say: label },
    address: { label: t.address, say: asIs },
    pay: {
      label: t.pay,
      say: ({ unit, min, max, months }) => {
        if (!unit) return t.payOpen;
        const pay = format.pay({ unit, min_fen: min ?? 0, max_fen: max ?? 0 });
        return months ? `${pay}\n${t.payMonths} ${months}` : pay;
      },
    },
    degree_min: { label: t.degree, say: (one) => (one ? shared.degree[one] : t.unsaid) },
    experience_years_min: { label: t.years, say: number(t.yearsUnit) },
    shift: { label: t.shift, say: (one) => (one ? shared.shift[one] : t.unsaid) },
    housing: {
      label: t.housing,
      say: (one) => ({ yes: t.housed, no: t.notHoused, '': t.unsaid })[one],
    },
    veteran_preference: {
      label: t.preference,
      say: (is) => (is ? t.preferred : t.notPreferred),
    },
    requirements: {
      label: t.partAsked,
      say: (all) =>
        all
          .map(({ kind, name, must }) =>
            t.asked(shared.requirementKind[kind], name, must ? t.mustYes : t.mustNo),
          )
          .join('\n'),
    },
    description: { label: t.description, say: asIs },
    contact: { label: t.contact, say: asIs },
    valid_until: { label: t.validUntil, say: (day) => (day ? format.day(day) : '') },
  };
}
