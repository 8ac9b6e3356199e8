import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { useHeadingFocus } from '../../lib/useHeadingFocus';
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
  const lacksOne = !data && hasNoProfile(error);
  const arrived = useArrived((data || lacksOne) && [lacksOne, part, asked.entry].join());
  if (lacksOne) return <NoProfile known={known} isClaiming={part === 'claim'} arrived={arrived} />;
  if (!data) return <NotRead error={error} onRetry={refetch} />;
  const { data: profile, etag } = data;
  if (part) {
    return (
      <Suspense fallback={<Coming title={t.part[part].title} />}>
        <PartPage {...asked} {...{ part, profile, etag, arrived }} onReload={refetch} />
      </Suspense>
    );
  }
  return (
    <Titled lead={t.lead(profile.name)} arrived={arrived}>
      <PartList profile={profile} />
      <Visibility profile={profile} etag={etag} />
      <History />
    </Titled>
  );
}

function NotRead({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return <Titled>{error ? <ErrorNote error={error} onRetry={onRetry} /> : <Skeleton />}</Titled>;
}

/** A page always has its heading, even while the rest of it is on its way. */
function Coming({ title }: { title: string }) {
  return (
    <Page title={title}>
      <Skeleton />
    </Page>
  );
}

interface TitledProps {
  lead?: string;
  arrived?: string | undefined;
  children: React.ReactNode;
}

function Titled({ lead, arrived, children }: TitledProps) {
  const t = useWords(peopleWords);
  useTitle(t.title);
  return (
    <Page title={t.title} lead={lead} heading={useHeadingFocus(arrived)}>
      {children}
    </Page>
  );
}

/** The page that is shown, once it is another than the first: the path, which the shell goes by, stays. */
function useArrived(page: string | false | undefined): string | undefined {
  const first = useRef<string>(undefined);
  const hasLeft = useRef(false);
  if (!page) return undefined;
  first.current ??= page;
  hasLeft.current ||= first.current !== page;
  return hasLeft.current ? page : undefined;
}

interface NoProfileProps {
  known: Known | undefined;
  isClaiming: boolean;
  arrived: string | undefined;
}

/** Before there is a profile: a station's is taken over, or one's own begun. */
function NoProfile({ known, isClaiming, arrived }: NoProfileProps) {
  const t = useWords(peopleWords);
  const own = useWords(ownWords);
  const title = isClaiming ? own.part.claim.title : t.firstTitle;
  useTitle(title);
  const heading = useHeadingFocus(arrived);
  if (isClaiming) {
    return (
      <Page title={title} heading={heading}>
        <Claim hasOwn={false} />
        <p>
          <Link to="/me/profile">{own.beginOwn}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={title} lead={t.firstLead} heading={heading}>
      <Suspense fallback={<Skeleton />}>
        <FirstProfile known={known} />
      </Suspense>
      <p>
        {own.hasCode} <PartLink part="claim" />
      </p>
    </Page>
  );
}
