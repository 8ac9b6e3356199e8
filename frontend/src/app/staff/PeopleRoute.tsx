import { getRouteApi } from '@tanstack/react-router';
import { PeoplePage } from '../../features/people/register/PeoplePage';

const route = getRouteApi('/people');

export function PeopleRoute() {
  return <PeoplePage search={route.useSearch()} />;
}
