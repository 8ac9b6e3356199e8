import { getRouteApi } from '@tanstack/react-router';
import { DeskPage } from '../../features/employers/desk/DeskPage';

const route = getRouteApi('/desk');

export function DeskRoute() {
  return <DeskPage kind={route.useSearch().kind} />;
}
