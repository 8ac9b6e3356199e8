import { getRouteApi } from '@tanstack/react-router';
import { JournalPage } from '../../features/audit/JournalPage';

const route = getRouteApi('/audit');

export function JournalRoute() {
  return <JournalPage search={route.useSearch()} />;
}
