import { useInfiniteQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { PositionCard } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { ApiError } from '../../lib/ApiError';
import { BackLink } from '../../ui/BackLink';
import { Button, ButtonLink } from '../../ui/Button';
import { Empty } from '../../ui/feedback/Empty';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Page } from '../../ui/Page';
import { Spoken } from '../../ui/Spoken';
import { personMatchesQuery } from './api';
import { Explanation } from './Explanation';
import { MatchLine } from './MatchLine';
import { officerWords } from './officer/words';
import styles from './PersonMatchesPage.module.css';
import { matchingWords } from './words';

interface Props {
  id: string;
  /** Draws a position; the match is put inside. */
  position: ComponentType<{ position: PositionCard; children?: ReactNode }>;
}

/** For the officer: positions for one person, best first, each with its reasons. */
export function PersonMatchesPage({ id, position: Position }: Props) {
  const t = useWords(officerWords);
  const matching = useWords(matchingWords);
  const found = useInfiniteQuery(personMatchesQuery(id));
  const items = found.data?.pages.flatMap((page) => page.items);
  useTitle(t.title);
  return (
    <Page
      title={t.title}
      lead={t.lead}
      back={
        <BackLink to="/people/$id" params={{ id }}>
          {t.back}
        </BackLink>
      }
    >
      {found.error && <Refusal id={id} error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton />}
      {items?.length === 0 && (
        <Empty
          title={t.nothing}
          actions={
            <ButtonLink to="/people/$id/profile" params={{ id }} variant="secondary">
              {t.fillIn}
            </ButtonLink>
          }
        >
          {t.nothingAdvice}
        </Empty>
      )}
      {items && items.length > 0 && (
        <h2>
          <Spoken>{t.list}</Spoken>
        </h2>
      )}
      {items?.map(({ position, match }) => (
        <Position key={position.id} position={position}>
          <MatchLine match={match} audience="employer" position={position} />
          <details>
            <summary className={styles.more}>{t.details}</summary>
            <Explanation match={match} audience="employer" position={position} />
          </details>
        </Position>
      ))}
      {found.hasNextPage && (
        <Button
          variant="secondary"
          isPending={found.isFetchingNextPage}
          onClick={() => found.fetchNextPage()}
        >
          {matching.more}
        </Button>
      )}
    </Page>
  );
}

interface RefusalProps {
  id: string;
  error: unknown;
  onRetry: () => void;
}

/** Without the person's consent nothing is compared; on paper it can be given at the counter. */
function Refusal({ id, error, onRetry }: RefusalProps) {
  const t = useWords(officerWords);
  const isConsent = error instanceof ApiError && error.code === 'consent_missing';
  if (!isConsent) return <ErrorNote error={error} onRetry={onRetry} />;
  return (
    <Empty
      title={t.noConsent}
      actions={
        <ButtonLink to="/people/$id" params={{ id }}>
          {t.toConsents}
        </ButtonLink>
      }
    >
      {t.noConsentAdvice}
    </Empty>
  );
}
