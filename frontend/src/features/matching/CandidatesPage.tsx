import { useInfiniteQuery } from '@tanstack/react-query';
import type { Candidate } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { useTitle } from '../../lib/useTitle';
import { BackLink } from '../../ui/BackLink';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Pill } from '../../ui/data/Pill';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Page } from '../../ui/Page';
import { candidatesQuery } from './api';
import styles from './CandidatesPage.module.css';
import { Explanation } from './Explanation';
import { MatchLine } from './MatchLine';
import { matchingWords } from './words';

/** For the employer: who fits one position, with names masked and reasons open. */
export function CandidatesPage({ positionId }: { positionId: string }) {
  const t = useWords(matchingWords);
  const found = useInfiniteQuery(candidatesQuery(positionId));
  const pages = found.data?.pages;
  const candidates = pages?.flatMap((page) => page.items);
  useTitle(t.candidates);
  return (
    <Page
      title={t.candidates}
      lead={pages?.[0] && t.candidatesTotal(pages[0].total_fitting)}
      back={
        <BackLink to="/positions/$id" params={{ id: positionId }}>
          {t.back}
        </BackLink>
      }
    >
      {found.error && <ErrorNote error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton />}
      {candidates?.length === 0 && (
        <Card>
          <h2>{t.noCandidates}</h2>
          <p>{t.noCandidatesAdvice}</p>
        </Card>
      )}
      {candidates?.map((candidate) => (
        <CandidateCard key={candidate.handle} candidate={candidate} />
      ))}
      {found.hasNextPage && (
        <Button
          variant="secondary"
          isPending={found.isFetchingNextPage}
          onClick={() => found.fetchNextPage()}
        >
          {t.more}
        </Button>
      )}
      <p className={styles.foot}>{t.fairCandidate}</p>
    </Page>
  );
}

function CandidateCard({ candidate }: { candidate: Candidate }) {
  const t = useWords(matchingWords);
  const shared = useWords(sharedWords);
  const { match } = candidate;
  return (
    <Card>
      <div className={styles.head}>
        <h2 className={styles.name}>{candidate.name}</h2>
        <Pill tone={candidate.kind === 'veteran' ? 'honor' : 'neutral'}>
          {shared.role[candidate.kind]}
        </Pill>
        <span className={styles.place}>{candidate.division.name}</span>
      </div>
      <MatchLine match={match} audience="employer" />
      <details>
        <summary className={styles.more}>{t.details}</summary>
        <Explanation match={match} audience="employer" />
      </details>
    </Card>
  );
}
