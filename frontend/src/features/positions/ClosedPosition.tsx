import type { PositionCard as Position } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { PositionList } from './PositionList';
import styles from './PositionList.module.css';
import { positionWords } from './words';

/** A closed position ends here; what is like it goes on. */
export function ClosedPosition({ similar }: { similar: Position[] }) {
  const t = useWords(positionWords);
  return (
    <div className={styles.closed}>
      <h1>{t.closed}</h1>
      <h2>{t.similar}</h2>
      {similar.length === 0 && <p>{t.noSimilar}</p>}
      <PositionList positions={similar} />
    </div>
  );
}
