import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { VerifyPage } from '../features/employers/VerifyPage';

const route = getRouteApi('/org/verify');

export function VerifyRoute() {
  const search = route.useSearch();
  const navigate = useNavigate();
  return <VerifyPage search={search} onDone={() => void navigate({ to: '/org/verify' })} />;
}
