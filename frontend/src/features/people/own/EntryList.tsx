import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { ButtonLink } from '../../../ui/Button';
import type { Stretch } from '../draft';
import { historyWords } from '../history/words';
import { EntryCard } from './EntryCard';
import { answersOf, applyAnswers } from './parts';
import { ownWords } from './words';

interface Props {
  kind: 'service' | 'experiences';
  part: 'service' | 'work';
  profile: OwnProfile;
}

/** As many as one finds one's way in; the server takes no more periods of service. */
const ENTRIES_MAX = 20;

/** The stretches of service or work that are told so far. */
export function EntryList({ kind, part, profile }: Props) {
  const t = useWords(ownWords);
  const words = useWords(historyWords).stretches[part];
  const nameOf = useEntryName();
  const { [kind]: stretches, skills } = answersOf(profile);
  const without = (own: OwnProfile, id: string) => {
    const now = answersOf(own);
    return applyAnswers(own, { ...now, [kind]: now[kind].filter((one) => one.id !== id) });
  };
  return (
    <EntryCard
      part={part}
      title={t.entries(stretches.length)}
      entries={stretches.map((stretch) => ({
        key: stretch.id,
        name: nameOf(stretch),
        note: t.years(stretch.from, stretch.to || t.toNow),
        stretch,
      }))}
      removal={({ key, stretch }) => ({
        out: (own) => without(own, key),
        back: (own) => withEntry(own, profile, kind, stretch, skills),
      })}
    >
      {stretches.length < ENTRIES_MAX && (
        <ButtonLink to="/me/profile" search={{ part, entry: 'new' }}>
          {stretches.length === 0 ? words.add : t.another}
        </ButtonLink>
      )}
    </EntryCard>
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
function useEntryName() {
  const t = useWords(historyWords);
  return ({ title, branch }: Stretch) => {
    if (branch === undefined) return title;
    return title ? `${t.branch[branch]} · ${title}` : t.branch[branch];
  };
}
