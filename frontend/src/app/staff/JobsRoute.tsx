import { getRouteApi } from '@tanstack/react-router';
import { JobsPage } from '../../features/access/administration/JobsPage';

const route = getRouteApi('/admin/jobs');

export function JobsRoute() {
  return <JobsPage search={route.useSearch()} />;
}
