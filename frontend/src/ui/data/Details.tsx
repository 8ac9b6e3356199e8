import type { ReactNode } from 'react';
import styles from './data.module.css';

export interface Detail {
  label: string;
  value: ReactNode;
}

/** Facts with their names, for reading: the head of a record, a drawer. What is unknown is left out. */
export function Details({ items }: { items: readonly (Detail | null | undefined | false)[] }) {
  const known = items.filter((item): item is Detail => Boolean(item));
  return (
    <dl className={styles.details}>
      {known.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
