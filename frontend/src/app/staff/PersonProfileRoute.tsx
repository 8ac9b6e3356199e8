import { getRouteApi } from '@tanstack/react-router';
import { PersonProfilePage } from '../../features/people/register/PersonProfilePage';

const route = getRouteApi('/people/$id/profile');

export function PersonProfileRoute() {
  return <PersonProfilePage id={route.useParams().id} />;
}
