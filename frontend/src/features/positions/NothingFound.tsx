import { Link } from '@tanstack/react-router';
import type { SearchBody } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Card } from '../../ui/Card';
import styles from './NothingFound.module.css';
import { conditionOf, type PositionSearch, relaxed } from './search';
import { positionWords } from './words';

interface Props {
  search: PositionSearch;
  relaxations: SearchBody['relaxations'];
}

/** Why the list is empty, and which single condition to leave out for which result. */
export function NothingFound({ search, relaxations }: Props) {
  const t = useWords(positionWords);
  const name = useConditionName(search);
  const offers = relaxations.filter(({ field, total }) => total > 0 && name(field));
  return (
    <Card>
      <p className={styles.lead}>{t.empty}</p>
      {offers.length === 0 && <p>{t.emptyAdvice}</p>}
      <ul>
        {offers.map(({ field, total }) => (
          <li key={field}>
            <Link to="/positions" search={relaxed(search, field)} className={styles.offer}>
              {t.relax(name(field) ?? '', total)}
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How a person would call the condition that the server names by its field. */
function useConditionName(search: PositionSearch) {
  const t = useWords(positionWords);
  const shared = useWords(sharedWords);
  const format = useFormat();
  const values = {
    q: search.q ?? '',
    region: '',
    pay_min: search.pay_min ? format.yuan(search.pay_min) : '',
    degree: search.degree ? shared.degree[search.degree] : '',
    shift: search.shift ? shared.shift[search.shift] : '',
    sort: '',
  };
  return (field: string) => {
    const condition = conditionOf(search, field);
    return condition && t.condition[condition](values[condition]);
  };
}
