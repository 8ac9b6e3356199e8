import { useQuery } from '@tanstack/react-query';
import { divisionsWithinQuery } from '../../../../api/dictionaries';
import { useWords } from '../../../../i18n/locale';
import { sharedWords } from '../../../../i18n/words';
import { HOME_COUNTY } from '../../../../lib/homeCounty';
import type { FieldWords } from '../../../../ui/form/merge/MergeDialog';
import type { Draft, Stretch } from '../../draft';
import { historyWords } from '../../history/words';
import { profileWords } from './words';

/** What the form asks, in words, to be compared. */
export function useFields(): FieldWords<Draft> {
  const t = useWords(profileWords);
  const shared = useWords(sharedWords);
  const history = useWords(historyWords);
  const { data: towns = [] } = useQuery(divisionsWithinQuery(HOME_COUNTY));
  const names = new Map(towns.map(({ code, name }) => [code, name]));
  names.set(HOME_COUNTY, shared.county);
  const asIs = (text: string) => text;
  const stretch = ({ branch, title, from, to, text }: Stretch) =>
    [`${from}–${to}`, branch && history.branch[branch], title, text].filter(Boolean).join(' ');
  const stretches = (all: Stretch[]) => all.map(stretch).join('\n');
  return {
    titles: { label: t.titles, say: asIs },
    places: {
      label: t.places,
      say: (all) => all.map((code) => names.get(code) ?? code).join(t.and),
    },
    kmMax: { label: t.way, say: (km) => km && `${km} ${t.km}` },
    payYuan: { label: t.pay, say: (pay) => pay && `${pay} ${t.yuan}` },
    skills: { label: t.skills, say: asIs },
    certificates: { label: t.certificates, say: asIs },
    licences: { label: t.licences, say: (all) => all.join(t.and) },
    degree: { label: t.degree, say: (one) => (one ? shared.degree[one] : t.notSaid) },
    service: { label: t.stretches.service.title, say: stretches },
    experiences: { label: t.stretches.experiences.title, say: stretches },
    // Not asked here, so only ever taken over from somebody else.
    shifts: { label: t.shifts, say: () => '' },
    housing: { label: t.housing, say: () => '' },
  };
}
