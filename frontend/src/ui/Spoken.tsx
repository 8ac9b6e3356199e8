import type { ReactNode } from 'react';
import styles from './Spoken.module.css';

/** Words for those who hear the page; a sign says the same to those who see it. */
export function Spoken({ children }: { children: ReactNode }) {
  return <span className={styles.spoken}>{children}</span>;
}
