import { SlidersHorizontal } from 'lucide-react';
import { useWords } from '../../i18n/locale';
import { useMedia } from '../../lib/useMedia';
import { type Option, Select } from '../form/Select';
import { uiWords } from '../words';
import styles from './ListPage.module.css';
import type { ListSearch } from './listSearch';

export interface ListFilter<S> {
  key: keyof S & string;
  label: string;
  options: readonly Option[];
}

interface Props<S extends ListSearch> {
  filters: readonly ListFilter<S>[];
  /** Columns to sort by, with their heads. */
  sorts: readonly { key: string; head: string }[];
  /** Whether rows are cards, which have no heads to press for another order. */
  isCards: boolean;
  search: S;
  onSearch: (search: S) => void;
}

/**
 * One list of choices for each filter, and for the order where no heads of columns can be pressed; on a
 * phone they fold away behind one button.
 */
export function ListFilters<S extends ListSearch>(props: Props<S>) {
  const { filters, sorts, isCards, search, onSearch } = props;
  const t = useWords(uiWords);
  const isDesk = useMedia('(min-width: 960px)');
  if (filters.length === 0 && sorts.length === 0) return null;
  const values = search as unknown as Record<string, string | undefined>;
  const used = filters.filter(({ key }) => values[key]).length;
  const fields = filters.map(({ key, label, options }) => (
    <Select
      key={key}
      label={label}
      value={values[key] ?? ''}
      options={[{ value: '', label: t.all }, ...options]}
      onChange={(value) => onSearch({ ...search, [key]: value || undefined })}
    />
  ));
  if (isCards && sorts.length > 0)
    fields.push(
      <Select
        key="sort"
        label={t.order}
        value={search.sort ?? ''}
        options={[
          { value: '', label: t.usualOrder },
          ...sorts.flatMap(({ key, head }) => [
            { value: key, label: t.earliestFirst(head) },
            { value: `-${key}`, label: t.latestFirst(head) },
          ]),
        ]}
        onChange={(sort) => onSearch({ ...search, sort: sort || undefined })}
      />,
    );
  if (isDesk) return <div className={styles.filters}>{fields}</div>;
  return (
    <details className={styles.folded}>
      <summary>
        <SlidersHorizontal aria-hidden="true" className={styles.icon} />
        {used > 0 ? t.filtersUsed(used) : t.filters}
      </summary>
      <div className={styles.filters}>{fields}</div>
    </details>
  );
}
