// What administrators of the engine open; one file, because each costs every first page some bytes.
import { useNavigate, useParams } from '@tanstack/react-router';
import { ApartPage } from '../../features/matching/apart/ApartPage';

export { WeightsPage } from '../../features/matching/weights/WeightsPage';

/** Of both addresses: with a pair, and before one is chosen. */
export function MatchApartRoute() {
  const { person, position } = useParams({ strict: false });
  const navigate = useNavigate();
  const pair = person && position ? { person, position } : undefined;
  return (
    <ApartPage
      key={`${person} ${position}`}
      pair={pair}
      onPair={(params) => navigate({ to: '/dev/match/$person/$position', params })}
    />
  );
}
