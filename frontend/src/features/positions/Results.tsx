import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Spoken } from '../../ui/Spoken';
import { searchQuery } from './api';
import { PositionList } from './PositionList';
import styles from './SearchPage.module.css';
import type { PositionSearch } from './search';
import { positionWords } from './words';

// Most searches find something; those that do load no more than they need.
const NothingFound = lazy(() => import('./NothingFound'));

/** The list itself. While a new answer is on its way the old list stays, dimmed. */
export function Results({ search }: { search: PositionSearch }) {
  const t = useWords(positionWords);
  const found = useInfiniteQuery(searchQuery(search));
  const list = useRef<HTMLUListElement>(null);
  if (found.isPending) return <Skeleton />;
  if (!found.data) return <ErrorNote error={found.error} onRetry={() => found.refetch()} />;

  const [first] = found.data.pages;
  const positions = found.data.pages.flatMap((page) => page.items);
  const left = (first?.total ?? 0) - positions.length;

  async function loadMore() {
    const shown = positions.length;
    await found.fetchNextPage();
    // The button may be gone now; the reader goes on at the first new card.
    requestAnimationFrame(() => list.current?.children[shown]?.querySelector('a')?.focus());
  }

  return (
    <div className={styles.results} aria-busy={found.isPlaceholderData}>
      {found.error && <ErrorNote error={found.error} onRetry={() => found.refetch()} />}
      {positions.length === 0 && (
        <Suspense fallback={<Skeleton />}>
          <NothingFound search={search} relaxations={first?.relaxations ?? []} />
        </Suspense>
      )}
      <h2>
        <Spoken>{t.results}</Spoken>
      </h2>
      <PositionList positions={positions} ref={list} />
      {found.hasNextPage && (
        <Button variant="secondary" isPending={found.isFetchingNextPage} onClick={loadMore}>
          {t.more(Math.min(left, first?.items.length ?? left))}
        </Button>
      )}
    </div>
  );
}
