import type { ReactNode } from 'react';
import styles from './Pill.module.css';

export type Tone = 'honor' | 'success' | 'neutral' | 'warn' | 'danger' | 'info';

export function Pill({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span className={styles.pill} data-tone={tone}>
      {children}
    </span>
  );
}
