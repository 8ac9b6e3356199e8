import type { PositionCard as Position } from '../../api/types';
import { useWords } from '../../i18n/locale';
import styles from './ClosedPosition.module.css';
import { PositionCard } from './PositionCard';
import { positionWords } from './words';

/** A closed position ends here; what is like it goes on. */
export function ClosedPosition({ similar }: { similar: Position[] }) {
  const t = useWords(positionWords);
  return (
    <div className={styles.closed}>
      <h1>{t.closed}</h1>
      <h2>{t.similar}</h2>
      {similar.length === 0 && <p>{t.noSimilar}</p>}
      <ul className={styles.list}>
        {similar.map((position) => (
          <li key={position.id}>
            <PositionCard position={position} />
          </li>
        ))}
      </ul>
    </div>
  );
}
