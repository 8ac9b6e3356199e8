import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../lib/useTitle';
import { ErrorNote } from '../../ui/ErrorNote';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { profileQuery } from './api';
import { ProfileForm } from './ProfileForm';
import { peopleWords } from './words';

export function ProfilePage() {
  const t = useWords(peopleWords);
  const { data, error, refetch } = useQuery(profileQuery);
  useTitle(t.title);
  return (
    <Page title={t.title} lead={data && t.lead(data.data.name)}>
      {error && !data && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      {data && <ProfileForm profile={data.data} etag={data.etag} onReload={refetch} />}
    </Page>
  );
}
