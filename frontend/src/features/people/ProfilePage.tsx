import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Page } from '../../ui/Page';
import { hasNoProfile, profileQuery } from './api';
import { Claim } from './Claim';
import type { Known } from './first/FirstProfile';
import { History } from './History';
import { PartLink, PartList } from './own/PartList';
import type { Part } from './own/search';
import { ownWords } from './own/words';
import { Visibility } from './Visibility';
import { peopleWords } from './words';

// Nobody needs both on one visit.
const FirstProfile = lazy(() => import('./first/FirstProfile'));
const PartPage = lazy(() => import('./own/PartPage'));

interface Props {
  /** From signing up a moment ago, so that it is not asked again. */
  known?: Known | undefined;
  /** A skill or certificate that a question was about. */
  about?: string | undefined;
  /** Which part is asked for; none is the list of them. */
  part?: Part | undefined;
  /** Which entry of a part's list is open. */
  entry?: string | undefined;
}

export function ProfilePage({ known, part, ...asked }: Props) {
  const t = useWords(ownWords);
  const { data, error, refetch } = useQuery(profileQuery);
  if (!data && hasNoProfile(error))
    return <NoProfile known={known} isClaiming={part === 'claim'} />;
  if (!data) return <NotRead error={error} onRetry={refetch} />;
  const { data: profile, etag } = data;
  if (part) {
    return (
      <Suspense fallback={<Skeleton />}>
        <PartPage part={part} profile={profile} etag={etag} {...asked} onReload={refetch} />
      </Suspense>
    );
  }
  return (
    <Titled lead={t.lead(profile.name)}>
      <PartList profile={profile} />
      <Visibility profile={profile} etag={etag} />
      <History />
    </Titled>
  );
}

function NotRead({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return <Titled>{error ? <ErrorNote error={error} onRetry={onRetry} /> : <Skeleton />}</Titled>;
}

function Titled({ lead, children }: { lead?: string; children: React.ReactNode }) {
  const t = useWords(peopleWords);
  useTitle(t.title);
  return (
    <Page title={t.title} lead={lead}>
      {children}
    </Page>
  );
}

/** Before there is a profile: a station's is taken over, or one's own begun. */
function NoProfile({ known, isClaiming }: { known: Known | undefined; isClaiming: boolean }) {
  const t = useWords(peopleWords);
  const own = useWords(ownWords);
  const title = isClaiming ? own.part.claim.title : t.firstTitle;
  useTitle(title);
  if (isClaiming) {
    return (
      <Page title={title}>
        <Claim hasOwn={false} />
        <p>
          <Link to="/me/profile">{own.beginOwn}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={title} lead={t.firstLead}>
      <Suspense fallback={<Skeleton />}>
        <FirstProfile known={known} />
      </Suspense>
      <p>
        {own.hasCode} <PartLink part="claim" />
      </p>
    </Page>
  );
}
