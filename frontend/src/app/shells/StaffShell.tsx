import { Link, useNavigate, useRouter } from '@tanstack/react-router';
import { Menu, Search } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { roles, useSession } from '../../api/session';
import { useSignOut } from '../../features/access/api';
import { KeptViews } from '../../features/access/views/KeptViews';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { useShortcut } from '../../lib/shortcuts';
import { Button } from '../../ui/Button';
import { IconButton } from '../../ui/IconButton';
import { menuOf } from '../access';
import { appWords } from '../words';
import { Brand } from './Brand';
import { Reading } from './Reading';
import { type ShellProps, useFocusOnArrival } from './Shell';
import styles from './StaffShell.module.css';

const Palette = lazy(() => import('./Palette'));
const ShortcutsDialog = lazy(() => import('./ShortcutsDialog'));

/** For those who work here: what they may do at the side, everything else behind Ctrl+K, the shortcuts behind ?. */
export default function StaffShell({ children }: ShellProps) {
  const t = useWords(appWords);
  const session = useSession();
  const main = useRef<HTMLElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const [opened, setOpened] = useState<'palette' | 'shortcuts'>();
  const close = () => setOpened(undefined);
  useShortcut('palette', () => setOpened('palette'));
  useShortcut('list', () => setOpened('shortcuts'));
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
          <Button variant="secondary" onClick={() => setOpened('palette')}>
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
      <Suspense>
        {opened === 'palette' && (
          <Palette onClose={close} onShortcuts={() => setOpened('shortcuts')} />
        )}
        {opened === 'shortcuts' && <ShortcutsDialog onClose={close} />}
      </Suspense>
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
