import { getRouteApi } from '@tanstack/react-router';
import { PersonMatchesPage } from '../../features/matching/PersonMatchesPage';
import { PositionCard } from '../../features/positions/PositionCard';

const route = getRouteApi('/people/$id/matches');

export function PersonMatchesRoute() {
  return <PersonMatchesPage id={route.useParams().id} position={PositionCard} />;
}
