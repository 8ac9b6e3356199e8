import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { useSession } from '../../api/session';
import { useWords } from '../../i18n/locale';
import { appWords } from '../words';
import { Header } from './Header';
import styles from './PublicShell.module.css';
import { type ShellProps, useFocusOnArrival } from './Shell';

/** For veterans, spouses and everybody: header, page, and below it where help is. */
export function PublicShell({ children }: ShellProps) {
  const t = useWords(appWords);
  const session = useSession();
  const main = useRef<HTMLElement>(null);
  useFocusOnArrival(main);
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t.skip}
      </a>
      <Header notice={session?.world === 'demo' && <p className={styles.demo}>{t.demo}</p>} />
      <main id="main" ref={main} tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer} data-shell>
        <p>
          <strong>{t.help}</strong>
          <a href={`tel:${t.hotline}`} className={styles.phone}>
            {t.hotlineName}
          </a>
        </p>
        <p>
          <Link to="/stations" className={styles.phone}>
            {t.helpStation}
          </Link>
        </p>
        <p>{t.footer}</p>
      </footer>
    </div>
  );
}
