import { getRouteApi } from '@tanstack/react-router';
import { CandidatesPage } from '../features/matching/CandidatesPage';

const route = getRouteApi('/org/positions/$id/candidates');

export function CandidatesRoute() {
  const { id } = route.useParams();
  return <CandidatesPage positionId={id} />;
}
