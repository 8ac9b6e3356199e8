import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface Props {
  title: string;
  lead?: ReactNode;
  back?: ReactNode;
  children: ReactNode;
}

/** A page in one column: heading, one line that says what it is, content. */
export function Page({ title, lead, back, children }: Props) {
  return (
    <div className={styles.page}>
      {back && <div>{back}</div>}
      <div>
        <h1>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children}
    </div>
  );
}
