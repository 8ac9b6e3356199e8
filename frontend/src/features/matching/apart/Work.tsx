import type { Comparison } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { PlainTable } from '../../../ui/list/PlainTable';
import styles from './apart.module.css';
import { apartWords } from './words';

/** How the work was compared: what with what, how alike and why, through which past, and what came of it. */
export function Work({ comparisons }: { comparisons: Comparison[] }) {
  const t = useWords(apartWords);
  const format = useFormat();
  const share = (thousandths: number | undefined) =>
    thousandths === undefined ? '' : format.percent(thousandths / 1000);
  if (comparisons.length === 0) {
    return (
      <>
        <h2>{t.work}</h2>
        <p>{t.noWork}</p>
      </>
    );
  }
  return (
    <>
      <PlainTable
        caption={t.work}
        rows={comparisons}
        keyOf={(one) => `${one.code} ${one.has} ${one.experience} ${one.speciality?.code}`}
        columns={[
          {
            key: 'has',
            head: t.has,
            cell: (one) => (
              <>
                <span className={styles.name}>{one.has_name ?? one.has}</span>
                <span className={styles.second}>{t.way[one.code] ?? one.code}</span>
              </>
            ),
          },
          {
            key: 'asked',
            head: t.compared,
            cell: (one) => <span className={styles.name}>{one.asked_name ?? one.asked}</span>,
          },
          { key: 'through', head: t.through, cell: (one) => <Through one={one} /> },
          {
            key: 'likeness',
            head: t.likeness,
            cell: ({ likeness }) => (
              <>
                {likeness ? share(likeness.whole) : t.byCode}
                {likeness?.is_same && <span className={styles.second}>{t.isSame}</span>}
              </>
            ),
            isNumber: true,
          },
          {
            key: 'surface',
            head: t.surface,
            cell: ({ likeness }) => share(likeness?.surface),
            isNumber: true,
          },
          {
            key: 'occupations',
            head: t.occupations,
            cell: ({ likeness }) => share(likeness?.occupations),
            isNumber: true,
          },
          {
            key: 'meaning',
            head: t.meaning,
            cell: ({ likeness }) => share(likeness?.meaning),
            isNumber: true,
          },
          { key: 'counts', head: t.counts, cell: ({ counts }) => share(counts), isNumber: true },
          { key: 'credit', head: t.credit, cell: ({ credit }) => share(credit), isNumber: true },
        ]}
      />
      <p className={styles.lead}>{t.workLead}</p>
    </>
  );
}

function Through({ one: { experience, speciality } }: { one: Comparison }) {
  const t = useWords(apartWords);
  const format = useFormat();
  return (
    <>
      {speciality && (
        <span className={styles.name}>
          {t.family(
            speciality.name,
            t.relation[speciality.relation],
            format.percent(speciality.worth / 1000),
          )}
        </span>
      )}
      {experience && <span className={styles.second}>{t.past(experience)}</span>}
    </>
  );
}
