import { getRouteApi } from '@tanstack/react-router';
import { AccountsPage } from '../../features/access/administration/AccountsPage';

const route = getRouteApi('/admin/accounts');

export function AccountsRoute() {
  return <AccountsPage search={route.useSearch()} />;
}
