import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Button, ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import { Spoken } from '../../../ui/Spoken';
import { useChangeProfile } from '../api';
import type { Stretch } from '../draft';
import { historyWords } from '../history/words';
import styles from './EntryList.module.css';
import { answersOf, applyAnswers } from './parts';
import { ownWords } from './words';

interface Props {
  kind: 'service' | 'experiences';
  part: 'service' | 'work';
  profile: OwnProfile;
}

/** As many as one finds one's way in; the server takes no more periods of service. */
const ENTRIES_MAX = 20;

/** The stretches of service or work that are told so far, each with the way to change it. */
export function EntryList({ kind, part, profile }: Props) {
  const t = useWords(ownWords);
  const words = useWords(historyWords).stretches[part];
  const change = useChangeProfile();
  const heading = useRef<HTMLHeadingElement>(null);
  const nameOf = useEntryName();
  const entries = answersOf(profile)[kind];

  function remove(entry: Stretch, name: string) {
    const lost = answersOf(profile);
    change.mutate(
      (own) => {
        const now = answersOf(own);
        return applyAnswers(own, { ...now, [kind]: now[kind].filter(({ id }) => id !== entry.id) });
      },
      {
        onSuccess: () =>
          showToast({
            text: t.removed(name),
            onUndo: () => change.mutate((own) => withEntry(own, profile, kind, entry, lost.skills)),
          }),
      },
    );
    heading.current?.focus();
  }

  return (
    <Card>
      <h2 ref={heading} tabIndex={-1}>
        {t.entries(entries.length)}
      </h2>
      {change.error && <ErrorNote error={change.error} title={t.notChanged} />}
      {entries.length > 0 && (
        <ul className={styles.entries}>
          {entries.map((entry) => {
            const name = nameOf(entry);
            return (
              <li key={entry.id} className={styles.entry}>
                <div>
                  <p>{name}</p>
                  <p className={styles.years}>{t.years(entry.from, entry.to || t.toNow)}</p>
                </div>
                <div className={styles.tools}>
                  <Link to="/me/profile" search={{ part, entry: entry.id }}>
                    {t.change}
                    <Spoken>{name}</Spoken>
                  </Link>
                  <Button
                    variant="quiet"
                    isPending={change.isPending}
                    onClick={() => remove(entry, name)}
                  >
                    {t.remove}
                    <Spoken>{name}</Spoken>
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
      <p className={styles.foot}>
        {entries.length < ENTRIES_MAX && (
          <ButtonLink to="/me/profile" search={{ part, entry: 'new' }}>
            {entries.length === 0 ? words.add : t.another}
          </ButtonLink>
        )}
        <ButtonLink to="/me/profile" variant="quiet">
          {t.allTold}
        </ButtonLink>
      </p>
    </Card>
  );
}

/** Puts one back where it was, with the skills that it showed. */
function withEntry(
  own: OwnProfile,
  before: OwnProfile,
  kind: Props['kind'],
  entry: Stretch,
  skills: ReturnType<typeof answersOf>['skills'],
) {
  const now = answersOf(own);
  const at = answersOf(before)[kind].findIndex(({ id }) => id === entry.id);
  const shown = new Set(
    skills.filter((one) => one.experience_id === entry.id).map((one) => one.name),
  );
  const answers = {
    ...now,
    [kind]: [...now[kind].slice(0, at), entry, ...now[kind].slice(at)],
    skills: now.skills.map((one) =>
      shown.has(one.name) ? { ...one, experience_id: entry.id } : one,
    ),
  };
  // What its form does not show, such as the rank, comes from before.
  const known = { ...own, service: [...(own.service ?? []), ...(before.service ?? [])] };
  return applyAnswers(known, answers);
}

/** What an entry is called: its specialities or its work. */
export function useEntryName() {
  const t = useWords(historyWords);
  return ({ title, branch }: Stretch) => {
    if (branch === undefined) return title;
    return title ? `${t.branch[branch]} · ${title}` : t.branch[branch];
  };
}
