import { getRouteApi } from '@tanstack/react-router';
import { CandidatesPage } from '../features/matching/CandidatesPage';

const route = getRouteApi('/positions/$id/matches');

export function CandidatesRoute() {
  const { id } = route.useParams();
  return <CandidatesPage positionId={id} />;
}
