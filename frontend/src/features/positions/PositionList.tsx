import type { Ref } from 'react';
import type { PositionCard as Position } from '../../api/types';
import { PositionCard } from './PositionCard';
import styles from './PositionList.module.css';

/** Positions below each other, as the server's first page lists them, too. */
export function PositionList({ positions, ref }: Props) {
  return (
    <ul ref={ref} className={styles.list}>
      {positions.map((position) => (
        <li key={position.id}>
          <PositionCard position={position} />
        </li>
      ))}
    </ul>
  );
}

interface Props {
  positions: readonly Position[];
  ref?: Ref<HTMLUListElement>;
}
