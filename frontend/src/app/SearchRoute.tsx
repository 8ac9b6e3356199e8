import { getRouteApi } from '@tanstack/react-router';
import { SearchPage } from '../features/positions/SearchPage';

const route = getRouteApi('/positions');

/** The search stands in the address, so it can be kept, sent to somebody and gone back to. */
export function SearchRoute() {
  const page = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <SearchPage
      page={page}
      onSearch={(changed) => navigate({ search: changed, resetScroll: false })}
      onPage={(cursor) => navigate({ search: { ...page, cursor } })}
    />
  );
}
