import type { ReactNode } from 'react';
import styles from './Pill.module.css';

type Tone = 'honor' | 'success' | 'neutral' | 'warn';

export function Pill({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.pill} data-tone={tone}>
      {children}
    </span>
  );
}
