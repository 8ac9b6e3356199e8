import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { PositionCard } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { ApiError } from '../../lib/ApiError';
import { useFocusOnPage } from '../../lib/useFocusOnPage';
import { BackLink } from '../../ui/BackLink';
import { ButtonLink } from '../../ui/Button';
import { Empty } from '../../ui/feedback/Empty';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Pagination } from '../../ui/list/Pagination';
import { Page } from '../../ui/Page';
import { Spoken } from '../../ui/Spoken';
import { personMatchesQuery } from './api';
import { Counterfactuals } from './Counterfactuals';
import { Explanation } from './Explanation';
import { MatchLine } from './MatchLine';
import { officerWords } from './officer/words';
import styles from './PersonMatchesPage.module.css';

interface Props {
  id: string;
  /** Draws a position; the match is put inside. */
  position: ComponentType<{ position: PositionCard; children?: ReactNode }>;
  /** Where in the list the page begins. */
  after: string | undefined;
  onPage: (after: string | undefined) => void;
}

/** For the officer: positions for one person, best first, each with its reasons. */
export function PersonMatchesPage({ id, position: Position, after, onPage }: Props) {
  const t = useWords(officerWords);
  const found = useQuery(personMatchesQuery(id, after));
  const list = useFocusOnPage<HTMLHeadingElement>(after);
  const items = found.data?.items;
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
      {items?.length === 0 && !after && (
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
        <h2 ref={list} tabIndex={-1}>
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
      {items && !after && <Counterfactuals personId={id} />}
      <Pagination after={after} next={found.data?.next} onPage={onPage} />
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
