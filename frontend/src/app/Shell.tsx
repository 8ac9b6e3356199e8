import { Outlet, useRouterState } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';
import { useSession } from '../api/session';
import { useWords } from '../i18n/locale';
import { Header } from './Header';
import styles from './Shell.module.css';
import { appWords } from './words';

/** What stands around every page. */
export function Shell() {
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
        <Outlet />
      </main>
      <footer className={styles.footer}>
        <p>{t.footer}</p>
      </footer>
    </div>
  );
}

/** A new page starts at its top for the keyboard and the screen reader, too. */
function useFocusOnArrival(main: RefObject<HTMLElement | null>) {
  const path = useRouterState({ select: (state) => state.resolvedLocation?.pathname });
  const last = useRef(path);
  useEffect(() => {
    if (last.current !== undefined && last.current !== path) {
      main.current?.focus({ preventScroll: true });
    }
    last.current = path;
  }, [path, main]);
}
