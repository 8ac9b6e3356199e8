import { getRouteApi } from '@tanstack/react-router';
import { OrganisationPage } from '../../features/employers/register/OrganisationPage';

const route = getRouteApi('/organisations/$id');

export function OrganisationRoute() {
  const { id } = route.useParams();
  return <OrganisationPage key={id} id={id} />;
}
