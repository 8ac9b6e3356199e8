import { getRouteApi } from '@tanstack/react-router';
import { PersonPage } from '../../features/people/register/PersonPage';

const route = getRouteApi('/people/$id');

export function PersonRoute() {
  const { id } = route.useParams();
  // Another person begins with nothing open and nothing typed.
  return <PersonPage key={id} id={id} />;
}
