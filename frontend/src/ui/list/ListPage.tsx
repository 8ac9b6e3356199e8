import { type ReactNode, useState } from 'react';
import type { List } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { useFocusOnPage } from '../../lib/useFocusOnPage';
import { useRoom } from '../../lib/useRoom';
import { Button } from '../Button';
import { Empty } from '../feedback/Empty';
import { ErrorNote } from '../feedback/ErrorNote';
import { SearchField } from '../form/SearchField';
import { Drawer } from '../overlay/Drawer';
import { WidePage } from '../WidePage';
import { uiWords } from '../words';
import { ExportButton } from './ExportButton';
import { type ListFilter, ListFilters } from './ListFilters';
import styles from './ListPage.module.css';
import { type ListSearch, viewOf, withoutFilters } from './listSearch';
import { Pagination } from './Pagination';
import { SavedViews, type View } from './SavedViews';
import { CARDS, type Column, type RowTarget, Table } from './Table';
import { TableSkeleton } from './TableSkeleton';

/** What a query for a page of the list gives; TanStack Query's own result fits. */
export interface ListAnswer<R> {
  data:
    | { items: R[]; next?: string | null | undefined; total?: number | null | undefined }
    | undefined;
  error: unknown;
  isPending: boolean;
  isPlaceholderData?: boolean;
  refetch: () => unknown;
}

interface Props<R, S extends ListSearch> {
  /** Names the list where its saved views are kept. */
  id: List;
  title: string;
  lead?: ReactNode;
  /** Beside the title, such as “登记老兵”. */
  actions?: ReactNode;
  /** Between the title and the list, such as a banner. */
  above?: ReactNode;
  /** Filters, sort, page and the open row: all of it stands in the address. */
  search: S;
  onSearch: (search: S) => void;
  /** What can be searched for by words: “姓名、手机号后四位”. Left out: no words. */
  searchLabel?: string;
  filters?: readonly ListFilter<S>[];
  /** Ready combinations, as chips: “待核验”, “本月新登记”. */
  views?: readonly View<S>[];
  answer: ListAnswer<R>;
  columns: readonly Column<R>[];
  keyOf: (row: R) => string;
  /** A row's own page. With `detail` instead, it opens beside the list. */
  linkOf?: (row: R) => RowTarget;
  detail?: { title: (row: R) => ReactNode; content: (key: string) => ReactNode };
  /** “共 143 人”. */
  count: (total: string) => string;
  /** In place of a list that is empty without any filter. */
  empty: ReactNode;
  /** What can be done with the selected rows, as buttons. Left out: nothing is selected. */
  selection?: (keys: string[], clear: () => void) => ReactNode;
  /** Fetches a file of exactly what is filtered. */
  onExport?: () => Promise<unknown>;
}

/** A list to work with, the whole page: what is shown, how many, in which order, and what to do. */
export function ListPage<R, S extends ListSearch>(props: Props<R, S>) {
  const { id, title, lead, actions, above, search, onSearch, searchLabel, views, answer } = props;
  const t = useWords(uiWords);
  const { data, error } = answer;
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const list = useFocusOnPage<HTMLDivElement>(
    search.after,
    `${viewOf(search)} ${search.sort ?? ''}`,
  );
  const room = useRoom(list);
  const isFiltered = Object.keys(search).some((key) => !['sort', 'sel', 'after'].includes(key));
  // Another filter begins at its first page, with no row open and none selected.
  const filter = (changed: S) => {
    setSelected(new Set());
    onSearch({ ...changed, after: undefined, sel: undefined });
  };
  const clear = () => filter(withoutFilters(search));

  return (
    <WidePage title={title} lead={lead} actions={actions}>
      {above}
      <SavedViews id={id} search={search} views={views ?? []} onChoose={filter} />
      <div className={styles.tools}>
        {searchLabel && (
          <div className={styles.words}>
            <SearchField
              label={searchLabel}
              placeholder={searchLabel}
              value={search.q ?? ''}
              onSearch={(q) => filter({ ...search, q: q || undefined })}
            />
          </div>
        )}
        <ListFilters
          filters={props.filters ?? []}
          sorts={props.columns.filter(({ isSortable }) => isSortable)}
          isCards={room !== undefined && room < CARDS}
          search={search}
          onSearch={filter}
        />
      </div>
      <div ref={list} tabIndex={-1} className={styles.list}>
        <Head {...props} isFiltered={isFiltered} onClear={clear} />
        {error != null && <ErrorNote error={error} onRetry={answer.refetch} />}
        {answer.isPending && !error && <TableSkeleton />}
        {data && data.items.length > 0 && (
          <Rows {...props} rows={data.items} selected={selected} onSelect={setSelected} />
        )}
        {data?.items.length === 0 &&
          (isFiltered || search.after ? (
            <Empty
              title={t.nothingFits}
              actions={
                <Button variant="secondary" onClick={clear}>
                  {t.clearFilters}
                </Button>
              }
            />
          ) : (
            props.empty
          ))}
        <Pagination
          after={search.after}
          next={data?.next}
          onPage={(after) => onSearch({ ...search, after, sel: undefined })}
        />
      </div>
      {props.selection && selected.size > 0 && (
        <section className={styles.selection} aria-label={t.selection} data-bar>
          <strong role="status">{t.selected(selected.size)}</strong>
          {props.selection([...selected], () => setSelected(new Set()))}
          <Button variant="quiet" onClick={() => setSelected(new Set())}>
            {t.deselect}
          </Button>
        </section>
      )}
    </WidePage>
  );
}

type HeadProps<R, S extends ListSearch> = Props<R, S> & {
  isFiltered: boolean;
  onClear: () => void;
};

/** How many there are, and the way to take them along. */
function Head<R, S extends ListSearch>(props: HeadProps<R, S>) {
  const { answer, count, onExport, isFiltered, onClear } = props;
  const t = useWords(uiWords);
  const format = useFormat();
  const total = answer.data?.total;

  return (
    <div className={styles.head}>
      <p className={styles.count} role="status">
        {typeof total === 'number' && count(format.number(total))}
      </p>
      {isFiltered && (
        <Button variant="quiet" onClick={onClear}>
          {t.clearFilters}
        </Button>
      )}
      {onExport && total !== 0 && <ExportButton total={total} onExport={onExport} />}
    </div>
  );
}

type RowsProps<R, S extends ListSearch> = Props<R, S> & {
  rows: R[];
  selected: ReadonlySet<string>;
  onSelect: (selected: ReadonlySet<string>) => void;
};

/** The table, and beside it the row that is open. */
function Rows<R, S extends ListSearch>(props: RowsProps<R, S>) {
  const { title, rows, keyOf, search, onSearch, detail, selection, answer } = props;
  const keys = rows.map(keyOf);
  const at = keys.indexOf(search.sel ?? '');
  const row = rows[at];
  const open = (sel: string | undefined) => onSearch({ ...search, sel });
  const [before, after] = at < 0 ? [] : [keys[at - 1], keys[at + 1]];
  const aside = (one: R): RowTarget => ({
    to: '.',
    search: { ...search, sel: keyOf(one) } as never,
  });
  const linkOf = props.linkOf ?? (detail && aside);
  return (
    <>
      <Table
        caption={title}
        columns={props.columns}
        rows={rows}
        keyOf={keyOf}
        {...(linkOf && { linkOf })}
        sort={search.sort}
        onSort={(sort) => onSearch({ ...search, sort, after: undefined })}
        {...(selection && { selected: props.selected, onSelect: props.onSelect })}
        current={search.sel}
        isBusy={answer.isPlaceholderData ?? false}
      />
      {detail && search.sel && (
        <Drawer
          title={row ? detail.title(row) : title}
          onClose={() => open(undefined)}
          onPrevious={before === undefined ? undefined : () => open(before)}
          onNext={after === undefined ? undefined : () => open(after)}
        >
          {detail.content(search.sel)}
        </Drawer>
      )}
    </>
  );
}
