import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useWords } from '../../i18n/locale';
import { useFocusOnPage } from '../../lib/useFocusOnPage';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Pagination } from '../../ui/list/Pagination';
import { Spoken } from '../../ui/Spoken';
import { searchQuery } from './api';
import { type CardLine, PositionList } from './PositionList';
import styles from './SearchPage.module.css';
import type { SearchPage } from './search';
import { positionWords } from './words';

// Most searches find something; those that do load no more than they need.
const NothingFound = lazy(() => import('./NothingFound'));

interface Props {
  page: SearchPage;
  line: CardLine | undefined;
  onPage: (cursor: string | undefined) => void;
}

/** The list itself. While a new answer is on its way the old list stays, dimmed. */
export function Results({ page, line, onPage }: Props) {
  const t = useWords(positionWords);
  const { cursor, ...search } = page;
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery(searchQuery(page));
  const list = useFocusOnPage<HTMLDivElement>(cursor, JSON.stringify(search));
  if (isPending) return <Skeleton />;
  if (!data)
    return (
      <>
        <ErrorNote error={error} onRetry={refetch} />
        <Pagination after={cursor} next={undefined} onPage={onPage} />
      </>
    );
  return (
    <div ref={list} tabIndex={-1} className={styles.results} aria-busy={isPlaceholderData}>
      {error && <ErrorNote error={error} onRetry={refetch} />}
      {data.items.length === 0 && !cursor && (
        <Suspense fallback={<Skeleton />}>
          <NothingFound search={search} relaxations={data.relaxations} />
        </Suspense>
      )}
      <h2>
        <Spoken>{t.results}</Spoken>
      </h2>
      <PositionList positions={data.items} line={line} />
      <Pagination after={cursor} next={data.next} onPage={onPage} />
    </div>
  );
}
