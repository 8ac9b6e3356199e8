import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import type { CardLine } from '../features/positions/PositionList';
import { SearchPage } from '../features/positions/SearchPage';

const FitLine = lazy(() => import('../features/matching/FitLine'));

const Fit: CardLine = (props) => (
  <Suspense fallback={<span />}>
    <FitLine {...props} />
  </Suspense>
);

const route = getRouteApi('/positions');

/** The search stands in the address, so it can be kept, sent to somebody and gone back to. */
export function SearchRoute() {
  const page = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SearchPage
      page={page}
      fit={Fit}
      onSearch={(changed) => navigate({ search: changed, resetScroll: false })}
      onPage={(cursor) => navigate({ search: { ...page, cursor } })}
    />
  );
}
