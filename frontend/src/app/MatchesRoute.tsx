import { MatchesPage } from '../features/matching/MatchesPage';
import { PositionCard } from '../features/positions/PositionCard';

export function MatchesRoute() {
  return <MatchesPage position={PositionCard} />;
}
