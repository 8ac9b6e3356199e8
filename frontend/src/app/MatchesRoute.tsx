import { MatchesPage } from '../features/matching/MatchesPage';
import { Marks } from '../features/positions/kept/Marks';
import { PositionCard } from '../features/positions/PositionCard';

export function MatchesRoute() {
  return <MatchesPage position={PositionCard} marks={Marks} />;
}
