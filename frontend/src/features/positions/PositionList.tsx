import type { ComponentType } from 'react';
import type { PositionCard as Position } from '../../api/types';
import { PositionCard } from './PositionCard';
import styles from './PositionList.module.css';

/** What a card says besides of its position, which is one of a list. */
export type CardLine = ComponentType<{ position: Position; among: readonly Position[] }>;

interface Props {
  positions: readonly Position[];
  line?: CardLine | undefined;
}

/** Positions below each other, as the server's first page lists them, too. */
export function PositionList({ positions, line: Line }: Props) {
  return (
    <ul className={styles.list}>
      {positions.map((position) => (
        <li key={position.id}>
          <PositionCard position={position}>
            {Line && (
              <div className={styles.line}>
                <Line position={position} among={positions} />
              </div>
            )}
          </PositionCard>
        </li>
      ))}
    </ul>
  );
}
