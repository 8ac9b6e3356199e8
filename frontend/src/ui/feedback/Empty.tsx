import type { ReactNode } from 'react';
import styles from './Banner.module.css';

interface Props {
  /** Why it is empty: “还没有人投递。” */
  title: string;
  /** What helps, with an example. */
  children?: ReactNode;
  /** The next thing to do, as buttons. */
  actions?: ReactNode;
}

/** In place of a list without rows. */
export function Empty({ title, children, actions }: Props) {
  return (
    <div className={styles.empty}>
      <h2>{title}</h2>
      {children && <p>{children}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
