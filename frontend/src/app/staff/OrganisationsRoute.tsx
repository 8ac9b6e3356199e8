import { getRouteApi } from '@tanstack/react-router';
import { OrganisationsPage } from '../../features/employers/register/OrganisationsPage';

const route = getRouteApi('/organisations');

export function OrganisationsRoute() {
  return <OrganisationsPage search={route.useSearch()} />;
}
