import { Printer } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/locale';
import { Button } from './Button';
import styles from './PrintPage.module.css';
import { uiWords } from './words';

interface Props {
  title: string;
  /** Beside the print button, such as the way back; not printed. */
  tools?: ReactNode;
  /** At the foot of the sheet: number, who printed it and when. */
  foot?: ReactNode;
  isLandscape?: boolean;
  children: ReactNode;
}

/** A sheet of A4 on the screen as it comes out of the printer. */
export function PrintPage({ title, tools, foot, isLandscape, children }: Props) {
  const t = useWords(uiWords);
  return (
    <div className={styles.desk}>
      <div className={styles.tools}>
        <Button onClick={() => window.print()}>
          <Printer aria-hidden="true" className={styles.icon} />
          {t.print}
        </Button>
        {tools}
      </div>
      <article className={styles.sheet} data-landscape={isLandscape}>
        <h1>{title}</h1>
        {children}
        {foot && <footer className={styles.foot}>{foot}</footer>}
      </article>
    </div>
  );
}

/** Boxes to sign in, in one row. */
export function Signatures({ names }: { names: readonly string[] }) {
  const t = useWords(uiWords);
  return (
    <div className={styles.signatures}>
      {names.map((name) => (
        <div key={name}>
          <strong>{name}</strong>
          <span>{t.signedOn}</span>
        </div>
      ))}
    </div>
  );
}
