import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Banner.module.css';

type Tone = 'info' | 'success' | 'warn' | 'danger';

const signs = { info: Info, success: CircleCheck, warn: TriangleAlert, danger: CircleAlert };

interface Props {
  tone?: Tone;
  title?: ReactNode;
  /** A sentence, and a link or button to what can be done. */
  children?: ReactNode;
  /** Appeared because of something the person did, so it is read out at once. */
  isNews?: boolean;
}

/** What one should know before going on, above the content it is about. */
export function Banner({ tone = 'info', title, children, isNews }: Props) {
  const Sign = signs[tone];
  return (
    <div className={styles.banner} data-tone={tone} role={isNews ? 'status' : undefined}>
      <Sign aria-hidden="true" className={styles.sign} />
      <div className={styles.text}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
      </div>
    </div>
  );
}
