import type { SpecialityFamily, SpecialityLead } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Details } from '../../ui/data/Details';
import { Facts } from '../../ui/data/Facts';
import { Pill, type Tone } from '../../ui/data/Pill';
import { type PlainColumn, PlainTable } from '../../ui/list/PlainTable';
import styles from './specialities.module.css';
import { specialityWords } from './words';

const tones: Record<SpecialityLead['relation'], Tone> = {
  same: 'success',
  related: 'info',
  with_training: 'warn',
};

interface Props {
  family: SpecialityFamily;
  /** Whom or what it rests on. */
  source?: string | null | undefined;
}

/** What a family is and leads to, in names. */
export function FamilyView({ family, source }: Props) {
  const t = useWords(specialityWords);
  const columns: PlainColumn<SpecialityLead>[] = [
    {
      key: 'name',
      head: t.occupation,
      cell: ({ name, code }) => (
        <>
          {name} <span className={`${styles.code} ${styles.whole}`}>{code}</span>
        </>
      ),
    },
    {
      key: 'relation',
      head: t.relationLabel,
      cell: ({ relation }) => (
        <span className={styles.whole}>
          <Pill tone={tones[relation]}>{t.relation[relation]}</Pill>
        </span>
      ),
    },
    {
      key: 'weight',
      head: t.weight,
      cell: ({ weight }) => <span className={styles.whole}>{t.percent(weight)}</span>,
      isNumber: true,
    },
  ];
  return (
    <div className={styles.section}>
      <Details
        items={[
          { label: t.branchLabel, value: t.branch[family.branch] },
          { label: t.titles, value: <Facts facts={family.titles} /> },
          {
            label: t.skills,
            value: family.skills.length > 0 ? <Facts facts={family.skills} /> : t.none,
          },
          source != null && { label: t.source, value: source },
        ]}
      />
      <PlainTable
        caption={t.leadsTo}
        columns={columns}
        rows={family.occupations}
        keyOf={({ code }) => code}
      />
    </div>
  );
}
