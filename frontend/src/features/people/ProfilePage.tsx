import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../lib/useTitle';
import { ErrorNote } from '../../ui/ErrorNote';
import { Page } from '../../ui/Page';
import { Skeleton } from '../../ui/Skeleton';
import { hasNoProfile, profileQuery } from './api';
import { Consents } from './Consents';
import { FirstProfile, type Known } from './FirstProfile';
import { ProfileForm } from './ProfileForm';
import { peopleWords } from './words';

interface Props {
  /** From signing up a moment ago, so that it is not asked again. */
  known?: Known | undefined;
  /** A skill or certificate that a question was about. */
  about?: string | undefined;
}

export function ProfilePage({ known, about }: Props) {
  const t = useWords(peopleWords);
  const { data, error, refetch } = useQuery(profileQuery);
  const isNew = !data && hasNoProfile(error);
  const title = isNew ? t.firstTitle : t.title;
  useTitle(title);
  return (
    <Page title={title} lead={isNew ? t.firstLead : data && t.lead(data.data.name)}>
      {isNew && <FirstProfile known={known} />}
      {error && !data && !isNew && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      {data && (
        <>
          <ProfileForm profile={data.data} etag={data.etag} about={about} onReload={refetch} />
          <Consents />
        </>
      )}
    </Page>
  );
}
