import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useLocation } from '@tanstack/react-router';
import type { Known } from '../features/people/first/FirstProfile';
import { partOfQuestion } from '../features/people/own/parts';
import { ProfilePage } from '../features/people/ProfilePage';
import { TYPED } from './SignUpRoute';

const route = getRouteApi('/me/profile');

export function ProfileRoute() {
  const { about, part, entry } = route.useSearch();
  // A question's kind stands behind the address, and leads to the part that answers it.
  const { hash } = useLocation();
  const known = useQueryClient().getQueryData<Known>(TYPED);
  return (
    <ProfilePage about={about} entry={entry} known={known} part={part ?? partOfQuestion(hash)} />
  );
}
