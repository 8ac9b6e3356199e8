import type { SpecialityFamily, SpecialityLead } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Details } from '../../ui/data/Details';
import { Facts } from '../../ui/data/Facts';
import { difference } from './difference';
import styles from './specialities.module.css';
import { specialityWords } from './words';

interface Props {
  now: SpecialityFamily;
  then: SpecialityFamily;
}

/** What a change would make of a family that is in force, part by part. */
export function DifferenceView({ now, then }: Props) {
  const t = useWords(specialityWords);
  const found = difference(now, then);
  const lead = ({ name, relation, weight }: SpecialityLead) =>
    t.leadText(name, t.relation[relation], weight);
  const weighed = ({ relation, weight }: SpecialityLead) =>
    t.relationWeight(t.relation[relation], weight);
  const part = (label: string, facts: readonly string[]) =>
    facts.length > 0 && { label, value: <Facts facts={facts} /> };
  return (
    <div className={styles.section}>
      <h3>{t.becomes}</h3>
      {found.name && <p>{t.wasName(found.name)}</p>}
      {found.branch && <p>{t.wasBranch(t.branch[found.branch])}</p>}
      <Details
        items={[
          part(t.added.titles, found.titles.added),
          part(t.removed.titles, found.titles.removed),
          part(t.added.skills, found.skills.added),
          part(t.removed.skills, found.skills.removed),
          part(t.added.occupations, found.occupations.added.map(lead)),
          part(t.removed.occupations, found.occupations.removed.map(lead)),
          part(
            t.moved,
            found.moved.map(([was, is]) => t.movedText(is.name, weighed(was), weighed(is))),
          ),
        ]}
      />
    </div>
  );
}
