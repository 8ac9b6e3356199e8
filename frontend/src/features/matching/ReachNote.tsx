import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PositionDetail } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Banner } from '../../ui/feedback/Banner';
import { reachQuery } from './api';
import styles from './Counterfactuals.module.css';
import { reachWords } from './reach/words';

/** For the employer: the one requirement without which most people more would fit. */
export function ReachNote({ position }: { position: PositionDetail }) {
  const t = useWords(reachWords);
  const name = usePartName(position);
  const { data } = useQuery(reachQuery(position.id));
  // Of a few people more it cannot be said how many; then nothing is.
  const [first] = (data?.without ?? []).filter(({ reach }) => reach.people != null);
  const what = first && name(first.pointer);
  if (!data || !first?.reach.people || !what) return null;
  const { people, at_least } = data.now;
  return (
    <Banner title={t.title}>
      <p>
        {t.without(what, t.people(first.reach.people, first.reach.at_least))}
        {people == null ? t.nowFew : t.now(t.people(people, at_least))}
      </p>
      <p>{t.note}</p>
      <p>
        <Link to="/org/positions/$id" params={{ id: position.id }} className={styles.link}>
          {t.edit}
        </Link>
      </p>
    </Banner>
  );
}

/** How a person would call the part of the position that the server points at. */
function usePartName(position: PositionDetail) {
  const t = useWords(reachWords);
  const shared = useWords(sharedWords);
  return (pointer: string): string | undefined => {
    const [, part = '', index] = pointer.split('/');
    if (part === 'requirements') return position.requirements[Number(index)]?.name;
    if (part === 'degree_min' && position.degree_min) return shared.degree[position.degree_min];
    return part === 'experience_years_min' ? t.years : undefined;
  };
}
