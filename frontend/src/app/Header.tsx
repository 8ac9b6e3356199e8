import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isRepresentative, isSeeker, useSession } from '../api/session';
import type { Session } from '../api/types';
import { useSignOut } from '../features/access/api';
import { useWords } from '../i18n/locale';
import { languageNames } from '../i18n/messages.zh';
import { sharedWords } from '../i18n/words';
import { Button } from '../ui/Button';
import styles from './Header.module.css';
import { usePreferences } from './PreferencesContext';
import { appWords } from './words';

export function Header({ notice }: { notice: ReactNode }) {
  const t = useWords(appWords);
  const shared = useWords(sharedWords);
  const session = useSession();
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <Link to="/" className={styles.brand}>
          <Mark />
          {shared.brand}
        </Link>
        <nav className={styles.nav} data-own={session?.account != null} aria-label={t.nav}>
          {session && <Account session={session} />}
        </nav>
        <Reading />
      </div>
      {notice}
    </header>
  );
}

/** How to read: large text, and the other language. */
function Reading() {
  const t = useWords(appWords);
  const { preferences, choose } = usePreferences();
  const other = preferences.locale === 'zh' ? 'en' : 'zh';
  return (
    <div className={styles.reading}>
      <Button
        variant="quiet"
        aria-pressed={preferences.elder}
        onClick={() => choose({ ...preferences, elder: !preferences.elder })}
      >
        {t.elder}
      </Button>
      <Button variant="quiet" onClick={() => choose({ ...preferences, locale: other })}>
        <span lang={other === 'zh' ? 'zh-CN' : 'en'}>{languageNames[other]}</span>
      </Button>
    </div>
  );
}

function Account({ session }: { session: Session }) {
  const t = useWords(appWords);
  const signOut = useSignOut();
  const navigate = useNavigate();
  if (!session.account) {
    return (
      <Link to="/sign-in" className={styles.link}>
        {t.signIn}
      </Link>
    );
  }
  return (
    <>
      <Link to="/" className={styles.link} activeOptions={{ exact: true, includeSearch: false }}>
        {t.search}
      </Link>
      {isSeeker(session) && (
        <>
          <Link to="/me/matches" className={styles.link}>
            {t.matches}
          </Link>
          <Link to="/me/profile" className={styles.link}>
            {t.profile}
          </Link>
        </>
      )}
      {isRepresentative(session) && (
        <Link to="/me/positions" className={styles.link}>
          {t.positions}
        </Link>
      )}
      {!isSeeker(session) && !isRepresentative(session) && (
        <Link to="/me" className={styles.link} activeOptions={{ exact: true }}>
          {t.start}
        </Link>
      )}
      <span className={styles.name}>{session.account.name}</span>
      <Button
        variant="quiet"
        onClick={() => signOut.mutate(undefined, { onSettled: () => navigate({ to: '/' }) })}
      >
        {t.signOut}
      </Button>
    </>
  );
}

/** A call going out. A placeholder until the bureau brings its own mark. */
function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M15.5 10.5a7.8 7.8 0 0 1 0 11" />
      <path d="M20.2 6.6a13.3 13.3 0 0 1 0 18.8" />
      <circle cx="9.5" cy="16" r="3" />
    </svg>
  );
}
