import type { PositionInput, Reach } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Card } from '../../ui/Card';
import type { Draft } from './draft';
import styles from './PositionForm.module.css';
import { useReach } from './writing/api';
import { writingWords } from './writing/words';

interface Props {
  enterpriseId: string;
  draft: Draft;
  position: PositionInput;
}

/** About how many people fit, and what each hard requirement costs. */
export function ReachCard({ enterpriseId, draft, position }: Props) {
  const t = useWords(writingWords);
  const name = usePartName(draft);
  // A requirement that is not named yet would shut everybody out.
  const asked = draft.requirements.every((one) => one.name.trim() !== '');
  const isNamed = draft.title.trim().length >= 2 && asked;
  const { data } = useReach(enterpriseId, position, isNamed);
  return (
    <Card>
      <h2>{t.reach}</h2>
      {data ? (
        <div role="status">
          <p className={styles.now}>{said(data.now, t.reachNow, t.reachMore, t.reachFew)}</p>
          <ul>
            {data.without.map(({ pointer, reach }) => {
              const what = name(pointer);
              if (!what) return null;
              const few = t.withoutFew(what);
              const about = (n: number) => t.without(what, n);
              const more = (n: number) => t.withoutMore(what, n);
              return <li key={pointer}>{said(reach, about, more, few)}</li>;
            })}
          </ul>
        </div>
      ) : (
        <p>{t.reachLater}</p>
      )}
      <p className={styles.note}>{t.reachNote}</p>
    </Card>
  );
}

type Say = (n: number) => string;

function said({ people, at_least }: Reach, about: Say, more: Say, few: string): string {
  if (people == null) return few;
  return at_least ? more(people) : about(people);
}

/** How a person would call the part of the position that the server points at. */
function usePartName(draft: Draft) {
  const t = useWords(writingWords);
  const shared = useWords(sharedWords);
  return (pointer: string): string | undefined => {
    const [, part = '', index] = pointer.split('/');
    if (part === 'requirements') return draft.requirements[Number(index)]?.name;
    if (part === 'degree_min' && draft.degree_min) return shared.degree[draft.degree_min];
    return t.part[part];
  };
}
