import { Link, type LinkProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from './data.module.css';

interface Props extends Partial<Pick<LinkProps, 'to' | 'params' | 'search'>> {
  label: ReactNode;
  /** Already written for reading: “2,318 人”. */
  value: ReactNode;
  /** The comparison in words: “▲ 12%，比去年同期”. */
  note?: ReactNode;
}

/** One number that matters. With `to` it leads to the rows it was counted from. */
export function Figure({ label, value, note, to, ...target }: Props) {
  return (
    <div className={styles.figure}>
      <dt>{label}</dt>
      <dd className={styles.value}>
        {to ? (
          <Link {...target} to={to}>
            {value}
          </Link>
        ) : (
          value
        )}
      </dd>
      {note && <dd className={styles.note}>{note}</dd>}
    </div>
  );
}

export function Figures({ children }: { children: ReactNode }) {
  return <dl className={styles.figures}>{children}</dl>;
}
