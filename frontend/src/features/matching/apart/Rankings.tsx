import type { Estimate, ExaminedMatch, Ranking } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { PlainTable } from '../../../ui/list/PlainTable';
import styles from './apart.module.css';
import { apartWords } from './words';

/** The index's first look beside the score, from both sides. */
export function Rankings({ found }: { found: ExaminedMatch }) {
  const t = useWords(apartWords);
  const exact = found.apart.expected_fit;
  const rows: { side: string; ranking: Ranking }[] = [
    { side: t.forPerson, ranking: found.for_person },
    { side: t.forPosition, ranking: found.for_position },
  ];
  return (
    <>
      <PlainTable
        caption={t.index}
        rows={rows}
        keyOf={({ side }) => side}
        columns={[
          {
            key: 'side',
            head: t.side,
            cell: ({ side }) => <span className={styles.name}>{side}</span>,
          },
          {
            key: 'estimate',
            head: t.estimate,
            cell: ({ ranking: { estimate } }) =>
              fitOf(estimate)?.toFixed(2) ?? t.state[estimate.state],
            isNumber: true,
          },
          {
            key: 'difference',
            head: t.difference,
            cell: ({ ranking: { estimate } }) => differenceOf(estimate, exact),
            isNumber: true,
          },
          {
            key: 'proposed',
            head: t.proposedRank,
            cell: ({ ranking: { proposed, proposed_rank: rank } }) =>
              rank == null ? t.notProposed(proposed) : t.proposedOf(rank, proposed),
            isNumber: true,
          },
          {
            key: 'rank',
            head: t.rank,
            cell: ({ ranking: { rank } }) => rank ?? t.notShown,
            isNumber: true,
          },
        ]}
      />
      <p className={styles.lead}>{t.indexLead}</p>
    </>
  );
}

function fitOf(estimate: Estimate): number | undefined {
  return estimate.state === 'fit' ? estimate.expected_fit / 100 : undefined;
}

function differenceOf(estimate: Estimate, exact: number | null | undefined): string {
  const fit = fitOf(estimate);
  if (fit === undefined || exact == null) return '';
  const by = fit - exact / 100;
  return `${by > 0 ? '+' : by < 0 ? '−' : '±'}${Math.abs(by).toFixed(2)}`;
}
