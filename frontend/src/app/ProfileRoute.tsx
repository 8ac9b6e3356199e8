import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import type { Known } from '../features/people/FirstProfile';
import { ProfilePage } from '../features/people/ProfilePage';
import { TYPED } from './SignUpRoute';

const route = getRouteApi('/me/profile');

export function ProfileRoute() {
  const { about } = route.useSearch();
  const known = useQueryClient().getQueryData<Known>(TYPED);
  return <ProfilePage about={about} known={known} />;
}
