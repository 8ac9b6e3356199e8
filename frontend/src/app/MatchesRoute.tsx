import { getRouteApi } from '@tanstack/react-router';
import { MatchesPage } from '../features/matching/MatchesPage';
import { Marks } from '../features/positions/kept/Marks';
import { PositionCard } from '../features/positions/PositionCard';

const route = getRouteApi('/me/matches');

export function MatchesRoute() {
  const { after } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <MatchesPage
      position={PositionCard}
      marks={Marks}
      after={after}
      onPage={(next) => navigate({ search: next ? { after: next } : {} })}
    />
  );
}
