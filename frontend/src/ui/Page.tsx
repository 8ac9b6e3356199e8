import type { ReactNode, Ref } from 'react';
import styles from './Page.module.css';

interface Props {
  title: string;
  lead?: ReactNode;
  back?: ReactNode;
  /** Where the focus goes when one page becomes another under the same address. */
  heading?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}

/** A page in one column: heading, one line that says what it is, content. */
export function Page({ title, lead, back, heading, children }: Props) {
  return (
    <div className={styles.page}>
      {back && <div>{back}</div>}
      <div>
        <h1 ref={heading} tabIndex={heading ? -1 : undefined}>
          {title}
        </h1>
        {lead && <p className={styles.lead}>{lead}</p>}
      </div>
      {children}
    </div>
  );
}
