import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { CandidatesPage } from '../features/matching/CandidatesPage';

const route = getRouteApi('/org/positions/$id/candidates');

export function CandidatesRoute() {
  const { id } = route.useParams();
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <CandidatesPage
      key={id}
      positionId={id}
      search={search}
      onSearch={(changed) =>
        void navigate({ to: '/org/positions/$id/candidates', params: { id }, search: changed })
      }
    />
  );
}
