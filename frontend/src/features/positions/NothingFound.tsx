import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { divisionsWithinQuery } from '../../api/dictionaries';
import type { SearchBody } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { HOME_COUNTY } from '../../lib/homeCounty';
import { Card } from '../../ui/Card';
import styles from './NothingFound.module.css';
import { conditionOf, type PositionSearch, relaxed } from './search';
import { positionWords } from './words';

interface Props {
  search: PositionSearch;
  relaxations: SearchBody['relaxations'];
}

/** Why the list is empty, and which condition, or which two, to leave out for which result. */
export default function NothingFound({ search, relaxations }: Props) {
  const t = useWords(positionWords);
  const name = useConditionName(search);
  const offers = relaxations.flatMap(({ field, also, total }) => {
    const fields = also ? [field, also] : [field];
    const names = fields.map(name);
    const isKnown = names.every((one) => one !== undefined);
    return total > 0 && isKnown ? [{ fields, names, total }] : [];
  });
  return (
    <Card>
      <p className={styles.lead}>{t.empty}</p>
      {offers.length === 0 && <p>{t.emptyAdvice}</p>}
      <ul>
        {offers.map(({ fields, names, total }) => (
          <li key={fields.join(' ')}>
            <Link to="/positions" search={relaxed(search, fields)} className={styles.offer}>
              {t.relax(names, total)}
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
  const { region } = search;
  const { data: county = [] } = useQuery(divisionsWithinQuery(HOME_COUNTY));
  const place =
    region === HOME_COUNTY ? t.homeCounty : county.find(({ code }) => code === region)?.name;
  const values = {
    q: search.q ?? '',
    region: place ?? '',
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
