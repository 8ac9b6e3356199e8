import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { PositionsPage } from '../features/employers/PositionsPage';

const route = getRouteApi('/org/positions');

export function OrgPositionsRoute() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return (
    <PositionsPage
      search={search}
      onSearch={(changed) => void navigate({ to: '/org/positions', search: changed })}
      onCopied={(id) => void navigate({ to: '/org/positions/$id', params: { id } })}
    />
  );
}
