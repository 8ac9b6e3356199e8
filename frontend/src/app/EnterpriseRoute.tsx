import { getRouteApi } from '@tanstack/react-router';
import { EnterprisePage } from '../features/positions/EnterprisePage';

const route = getRouteApi('/enterprises/$id');

export function EnterpriseRoute() {
  const { id } = route.useParams();
  return <EnterprisePage id={id} />;
}
