import { lazy, Suspense } from 'react';
import { useWords } from '../../i18n/locale';
import { uiWords } from '../words';
import styles from './QrCode.module.css';

const QrDrawing = lazy(() => import('./QrDrawing'));

interface Props {
  /** What a camera reads. */
  text: string;
  /** What it is for: “入场码”. */
  label: string;
  /** The same for those who type it, or read it aloud at the door. */
  code?: string;
  /** A ticket is shown large (at least 240 px), a letter carries a small one. */
  size?: 'large' | 'small';
}

/** A code for a camera, on a white card in every theme. */
export function QrCode({ text, label, code, size = 'large' }: Props) {
  const t = useWords(uiWords);
  return (
    <figure className={styles.card} data-size={size}>
      <div className={styles.drawing} role="img" aria-label={`${t.qrCode} · ${label}`}>
        <Suspense>
          <QrDrawing text={text} />
        </Suspense>
      </div>
      <figcaption className={styles.caption}>
        {label}
        {code && <span className={styles.code}>{code}</span>}
      </figcaption>
    </figure>
  );
}
