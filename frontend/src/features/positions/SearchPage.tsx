import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { type ComponentProps, lazy, Suspense, useId, useState } from 'react';
import { isSeeker, useSession } from '../../api/session';
import type { Session } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { Button } from '../../ui/Button';
import { Select } from '../../ui/form/Select';
import { searchQuery } from './api';
import { Filters } from './Filters';
import type { CardLine } from './PositionList';
import { Results } from './Results';
import { SearchForm } from './SearchForm';
import styles from './SearchPage.module.css';
import { filterCount, type SearchPage as Page, type PositionSearch, sorts } from './search';
import { positionWords } from './words';

// For those who are signed in and look for work.
const KeepSearch = lazy(() => import('./kept/KeepSearch'));

interface Props {
  /** The conditions, and where in the list the page begins. */
  page: Page;
  /** What each card tells those who look for work of how it fits them. */
  fit: CardLine;
  onSearch: (search: PositionSearch) => void;
  onPage: (cursor: string | undefined) => void;
}

export function SearchPage({ page, fit, onSearch, onPage }: Props) {
  const t = useWords(positionWords);
  const { cursor: _cursor, ...search } = page;
  const { data: first } = useQuery(searchQuery(page));
  const session = useSession();
  const hasConditions = filterCount(search) > 0 || !!search.q;
  useTitle(t.tab(search.q ?? ''));

  return (
    <>
      <div className={styles.band}>
        <div className={styles.page}>
          <h1>{t.title}</h1>
          <SearchForm query={search.q ?? ''} onSubmit={(q) => onSearch({ ...search, q })} />
        </div>
      </div>
      <div className={styles.body}>
        <FilterPanel search={search} facets={first?.facets} onChange={onSearch} />
        <div className={styles.sort}>
          <Select
            label={t.sort}
            value={search.sort ?? 'relevance'}
            options={sorts.map((value) => ({ value, label: t.sorts[value] }))}
            onChange={(sort) => onSearch({ ...search, sort })}
          />
        </div>
        <div className={styles.count}>
          <p role="status">{first && t.total(first.total)}</p>
          {isSeeker(session) && (
            <Suspense>
              <KeepSearch search={search} />
            </Suspense>
          )}
          {session && <HowItFits session={session} hasConditions={hasConditions} />}
        </div>
        <div className={styles.main}>
          <Results
            page={page}
            line={isSeeker(session) && session?.person_id ? fit : undefined}
            onPage={onPage}
          />
        </div>
      </div>
    </>
  );
}

/** The filters, behind a button where there is no room beside the list; opening them draws nothing else anew. */
function FilterPanel(props: Omit<ComponentProps<typeof Filters>, 'onDone'>) {
  const t = useWords(positionWords);
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const chosen = filterCount(props.search);
  return (
    <div className={styles.aside}>
      <span className={styles.toggle}>
        <Button
          variant="secondary"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          {chosen > 0 ? t.filtersOn(chosen) : t.filters}
        </Button>
      </span>
      <section id={id} className={styles.panel} data-open={isOpen} aria-label={t.filters}>
        <Filters {...props} onDone={() => setOpen(false)} />
      </section>
    </div>
  );
}

/** What keeps each card from saying how it fits: one has to be signed in, and have a profile. */
function HowItFits({ session, hasConditions }: { session: Session; hasConditions: boolean }) {
  const t = useWords(positionWords);
  const { href } = useLocation();
  if (!session.account) {
    return (
      <Link to="/sign-in" search={{ next: href }} className={styles.fit}>
        {t.signInFit}
      </Link>
    );
  }
  // Beside the button that saves conditions there is no room for it.
  if (!isSeeker(session) || session.person_id || hasConditions) return null;
  return (
    <Link to="/me/profile" className={styles.fit}>
      {t.profileFit}
    </Link>
  );
}
