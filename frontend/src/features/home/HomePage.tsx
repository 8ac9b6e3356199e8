import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import { isSeeker, useSession } from '../../api/session';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import styles from './HomePage.module.css';
import { signs } from './signs';
import { homeWords } from './words';

interface Props {
  /** The search, what waits for the signed-in person, and the newest positions. */
  search: ReactNode;
  waiting: ReactNode;
  newest: ReactNode;
}

/** Where everybody begins: search at once, or one of a few doors. Large type shows the doors alone. */
export function HomePage({ search, waiting, newest }: Props) {
  const t = useWords(homeWords);
  const seeks = isSeeker(useSession());
  useTitle(t.tab);
  return (
    <>
      <div className={styles.band}>
        <div className={styles.inner}>
          <h1>{t.title}</h1>
          {search}
        </div>
      </div>
      <div className={styles.page}>
        {seeks && waiting}
        <ul className={styles.doors}>
          <li>
            <Door to="/positions" sign="search" title={t.work} note={t.workNote} />
          </li>
          {/* Only in large type: what is then too far away in the header. */}
          <li className={styles.large}>
            {seeks ? (
              <Door to="/me/matches" sign="match" title={t.matches} note={t.matchesNote} />
            ) : (
              <Door to="/sign-in" sign="match" title={t.signIn} note={t.signInNote} />
            )}
          </li>
          <li>
            <Door to="/stations" sign="place" title={t.stations} note={t.stationsNote} />
          </li>
          <li>
            <Door to="/sign-up" sign="company" title={t.hire} note={t.hireNote} />
          </li>
          <li className={styles.large}>
            <PlainDoor href={`tel:${t.hotline}`} sign="phone" title={t.call} note={t.callNote} />
          </li>
        </ul>
        <div className={styles.newest}>{newest}</div>
      </div>
    </>
  );
}

interface DoorProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  sign: keyof typeof signs;
  title: string;
  note: string;
  ref?: Ref<HTMLAnchorElement>;
}

function PlainDoor({ sign, title, note, ...props }: DoorProps) {
  return (
    <a {...props} className={styles.door}>
      <svg viewBox="0 0 24 24" aria-hidden="true" className={styles.icon}>
        <path d={signs[sign]} />
      </svg>
      <span>
        <strong>{title}</strong>
        <span className={styles.note}>{note}</span>
      </span>
    </a>
  );
}

const Door = createLink(PlainDoor);
