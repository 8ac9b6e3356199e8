import type { ReactNode } from 'react';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { uiWords } from '../words';
import styles from './Banner.module.css';

interface Props {
  /** What is being done: “正在导入 1,284 行”. */
  label: string;
  done: number;
  /** Left out while it is not known yet. */
  total?: number | undefined;
  note?: ReactNode;
}

/** Work that takes a while, with how far it is. */
export function Progress({ label, done, total, note }: Props) {
  const t = useWords(uiWords);
  const format = useFormat();
  const isKnown = total !== undefined && total > 0;
  const text = isKnown ? t.doneOf(format.number(done), format.number(total)) : t.working;
  const share = isKnown ? Math.min(100, (done / total) * 100) : 0;
  return (
    <div className={styles.progress}>
      <div className={styles.progressHead}>
        <span>{label}</span>
        <span>{text}</span>
      </div>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuenow={isKnown ? done : undefined}
        aria-valuemin={0}
        aria-valuemax={isKnown ? total : undefined}
        aria-valuetext={text}
      >
        <svg className={styles.track} aria-hidden="true">
          <rect width="100%" height="8" rx="4" />
          <rect width={`${share}%`} height="8" rx="4" />
        </svg>
      </div>
      {note && <p>{note}</p>}
    </div>
  );
}
