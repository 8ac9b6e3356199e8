import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { OwnProfile, Profile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Button, ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import { Spoken } from '../../../ui/Spoken';
import { useChangeProfile } from '../api';
import styles from './EntryList.module.css';
import type { Part } from './search';
import { ownWords } from './words';

interface Entry {
  /** Names it in the address. */
  key: string;
  name: string;
  /** Below the name, such as its years. */
  note: string;
}

interface Removal {
  out: (own: OwnProfile) => Profile;
  /** Puts it back into what stands by then. */
  back: (own: OwnProfile) => Profile;
}

interface Props<E extends Entry> {
  part: Part;
  title: string;
  entries: readonly E[];
  removal: (entry: E) => Removal;
  /** The ways to add one. */
  children: ReactNode;
}

/** What is told so far of one part, each entry with the way to change it and to take it out. */
export function EntryCard<E extends Entry>(props: Props<E>) {
  const { part, title, entries, removal, children } = props;
  const t = useWords(ownWords);
  const change = useChangeProfile();
  const heading = useRef<HTMLHeadingElement>(null);

  function remove(entry: E) {
    const { out, back } = removal(entry);
    change.mutate(out, {
      onSuccess: () =>
        showToast({ text: t.removed(entry.name), onUndo: () => change.mutate(back) }),
    });
    heading.current?.focus();
  }

  return (
    <Card>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {change.error && <ErrorNote error={change.error} title={t.notChanged} />}
      {entries.length > 0 && (
        <ul className={styles.entries}>
          {entries.map((entry) => (
            <li key={entry.key} className={styles.entry}>
              <div>
                <p>{entry.name}</p>
                {entry.note && <p className={styles.years}>{entry.note}</p>}
              </div>
              <div className={styles.tools}>
                <Link to="/me/profile" search={{ part, entry: entry.key }}>
                  {t.change}
                  <Spoken>{entry.name}</Spoken>
                </Link>
                <Button variant="quiet" isPending={change.isPending} onClick={() => remove(entry)}>
                  {t.remove}
                  <Spoken>{entry.name}</Spoken>
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.foot}>
        {children}
        <ButtonLink to="/me/profile" variant="quiet">
          {t.allTold}
        </ButtonLink>
      </p>
    </Card>
  );
}
