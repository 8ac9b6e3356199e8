import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/locale';
import { matchQuery } from './api';
import { gapCount } from './findings';
import styles from './MatchSummary.module.css';
import { matchingWords } from './words';

/** On a phone the panel lies below the text; this line says the result and leads there. */
export function MatchSummary({ positionId }: { positionId: string }) {
  const t = useWords(matchingWords);
  const { data } = useQuery(matchQuery(positionId));
  if (!data) return null;
  const { match } = data;
  return (
    <a href="#match" className={styles.summary}>
      {match.fit == null ? t.shortUnknown : `${t.short(match.fit)} · ${t.gaps(gapCount(match))}`}
    </a>
  );
}
