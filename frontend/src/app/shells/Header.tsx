import { Link, useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isRepresentative, isSeeker, useSession } from '../../api/session';
import type { Session } from '../../api/types';
import { useSignOut } from '../../features/access/api';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { appWords } from '../words';
import { Brand } from './Brand';
import styles from './Header.module.css';
import { Reading } from './Reading';

export function Header({ notice }: { notice: ReactNode }) {
  const t = useWords(appWords);
  const session = useSession();
  return (
    <header className={styles.header} data-shell>
      <div className={styles.row}>
        <Brand />
        <nav className={styles.nav} data-own={session?.account != null} aria-label={t.nav}>
          {session && <Account session={session} />}
        </nav>
        <Reading />
      </div>
      {notice}
    </header>
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
      <Link
        to="/positions"
        className={styles.link}
        activeOptions={{ exact: true, includeSearch: false }}
      >
        {t.search}
      </Link>
      {isSeeker(session) && (
        <>
          <Link to="/me/matches" className={styles.link}>
            {t.titles.matches}
          </Link>
          <Link to="/me/saved" className={styles.link}>
            {t.titles.saved}
          </Link>
          <Link to="/me/profile" className={styles.link}>
            {t.titles.profile}
          </Link>
        </>
      )}
      {isRepresentative(session) && (
        <Link to="/org/positions" className={styles.link}>
          {t.titles.positions}
        </Link>
      )}
      {!isSeeker(session) && !isRepresentative(session) && (
        <Link to="/me" className={styles.link} activeOptions={{ exact: true }}>
          {t.titles.start}
        </Link>
      )}
      <span className={styles.name}>
        <Link
          to="/me/account"
          className={styles.link}
          aria-label={`${session.account.name} ${t.titles.account}`}
        >
          {session.account.name}
        </Link>
      </span>
      <Button
        variant="quiet"
        onClick={() => signOut.mutate(undefined, { onSettled: () => navigate({ to: '/' }) })}
      >
        {t.signOut}
      </Button>
    </>
  );
}
