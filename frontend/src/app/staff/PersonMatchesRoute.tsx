import { getRouteApi } from '@tanstack/react-router';
import { PersonMatchesPage } from '../../features/matching/PersonMatchesPage';
import { PositionCard } from '../../features/positions/PositionCard';

const route = getRouteApi('/people/$id/matches');

export function PersonMatchesRoute() {
  const { id } = route.useParams();
  const { after } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <PersonMatchesPage
      id={id}
      position={PositionCard}
      after={after}
      onPage={(next) => navigate({ search: next ? { after: next } : {} })}
    />
  );
}
