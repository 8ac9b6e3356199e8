import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { Menu, Search } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { roles, useSession } from '../../api/session';
import { useSignOut } from '../../features/access/api';
import { KeptViews } from '../../features/access/views/KeptViews';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { menuOf } from '../access';
import { appWords } from '../words';
import { Brand } from './Brand';
import { Reading } from './Reading';
import { type ShellProps, useFocusOnArrival } from './Shell';
import styles from './StaffShell.module.css';

const Palette = lazy(() => import('./Palette'));

/** For those who work here: what they may do at the side, everything else behind Ctrl+K. */
export default function StaffShell({ children }: ShellProps) {
  const t = useWords(appWords);
  const session = useSession();
  const main = useRef<HTMLElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = usePaletteKey();
  useFocusOnArrival(main);
  return (
    <div className={styles.shell}>
      <a href="#main" className={styles.skip}>
        {t.skip}
      </a>
      <header className={styles.side} data-open={isMenuOpen} data-shell>
        <div className={styles.top}>
          <Brand />
          <span className={styles.toggle}>
            <IconButton
              icon={Menu}
              label={t.menu}
              aria-expanded={isMenuOpen}
              aria-controls="side-menu"
              onClick={() => setMenuOpen(!isMenuOpen)}
            />
          </span>
        </div>
        <div id="side-menu" className={styles.menu}>
          <Button variant="secondary" onClick={() => setPaletteOpen(true)}>
            <Search aria-hidden="true" className={styles.icon} />
            {t.find}
            <kbd className={styles.keys}>Ctrl K</kbd>
          </Button>
          <Pages onChoose={() => setMenuOpen(false)} />
          <Account />
        </div>
      </header>
      <div className={styles.content}>
        {session?.world === 'demo' && (
          <aside className={styles.demo} aria-label={t.notice}>
            {t.demo}
          </aside>
        )}
        <main id="main" ref={main} tabIndex={-1} className={styles.main}>
          <KeptViews>{children}</KeptViews>
        </main>
        <footer className={styles.footer} data-shell>
          <p>{t.staffHelp}</p>
        </footer>
      </div>
      <Suspense>{isPaletteOpen && <Palette onClose={() => setPaletteOpen(false)} />}</Suspense>
    </div>
  );
}

function Pages({ onChoose }: { onChoose: () => void }) {
  const t = useWords(appWords);
  const session = useSession();
  const router = useRouter();
  const pages = menuOf(router, session);
  // A page is marked on the pages below it as well, unless those stand in the menu themselves.
  const hasInner = (path: string) => pages.some((page) => page.path.startsWith(`${path}/`));
  return (
    <nav className={styles.nav} aria-label={t.nav}>
      {pages.map(({ path, title }) => (
        <Link
          key={path}
          to={path}
          className={styles.link}
          activeOptions={{ includeSearch: false, exact: hasInner(path) }}
          onClick={onChoose}
        >
          {t.titles[title]}
        </Link>
      ))}
    </nav>
  );
}

function Account() {
  const t = useWords(appWords);
  const shared = useWords(sharedWords);
  const session = useSession();
  const signOut = useSignOut();
  const navigate = useNavigate();
  const [first] = roles(session);
  return (
    <div className={styles.account}>
      <p>
        <strong>{session?.account?.name}</strong>
        {first && <span className={styles.role}>{shared.role[first.role]}</span>}
      </p>
      <Reading withDensity />
      <Button
        variant="quiet"
        onClick={() => signOut.mutate(undefined, { onSettled: () => navigate({ to: '/' }) })}
      >
        {t.signOut}
      </Button>
    </div>
  );
}

/** Ctrl+K, or Cmd+K on a Mac, from everywhere. */
function usePaletteKey() {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return [isOpen, setOpen] as const;
}
