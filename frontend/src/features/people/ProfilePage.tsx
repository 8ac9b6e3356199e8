import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../lib/useTitle';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Page } from '../../ui/Page';
import { hasNoProfile, profileQuery } from './api';
import { Claim } from './Claim';
import { Consents } from './Consents';
import type { Known } from './FirstProfile';
import { History } from './History';
import { Visibility } from './Visibility';
import { peopleWords } from './words';

// Nobody needs both on one visit.
const FirstProfile = lazy(() => import('./FirstProfile'));
const ProfileForm = lazy(() => import('./ProfileForm'));

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
      {isNew && (
        <Suspense fallback={<Skeleton />}>
          <Claim hasOwn={false} />
          <FirstProfile known={known} />
        </Suspense>
      )}
      {error && !data && !isNew && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      {data && (
        <Suspense fallback={<Skeleton />}>
          <ProfileForm profile={data.data} etag={data.etag} about={about} onReload={refetch} />
          <Consents />
          <Visibility profile={data.data} etag={data.etag} />
          {data.data.verification !== 'verified' && <Claim hasOwn />}
          <History />
        </Suspense>
      )}
    </Page>
  );
}
