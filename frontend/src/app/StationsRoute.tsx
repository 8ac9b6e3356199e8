import { getRouteApi } from '@tanstack/react-router';
import { StationsPage } from '../features/stations/StationsPage';

const route = getRouteApi('/stations');

export function StationsRoute() {
  const { division } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <StationsPage
      division={division}
      onDivision={(chosen) => navigate({ search: chosen ? { division: chosen } : {} })}
    />
  );
}
