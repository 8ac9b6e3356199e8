import { getRouteApi } from '@tanstack/react-router';
import { MatchPanel } from '../features/matching/MatchPanel';
import { MatchSummary } from '../features/matching/MatchSummary';
import { PositionPage } from '../features/positions/PositionPage';

const route = getRouteApi('/positions/$id');

export function PositionRoute() {
  const { id } = route.useParams();
  return (
    <PositionPage
      key={id}
      id={id}
      summary={<MatchSummary positionId={id} />}
      explanation={<MatchPanel positionId={id} />}
    />
  );
}
