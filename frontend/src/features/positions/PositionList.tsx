import type { PositionCard as Position } from '../../api/types';
import { PositionCard } from './PositionCard';
import styles from './PositionList.module.css';

/** Positions below each other, as the server's first page lists them, too. */
export function PositionList({ positions }: { positions: readonly Position[] }) {
  return (
    <ul className={styles.list}>
      {positions.map((position) => (
        <li key={position.id}>
          <PositionCard position={position} />
        </li>
      ))}
    </ul>
  );
}
