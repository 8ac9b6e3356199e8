import { useInfiniteQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { PositionCard, Question } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { Button, ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Page } from '../../ui/Page';
import { Spoken } from '../../ui/Spoken';
import { AskList } from './AskList';
import { matchesQuery } from './api';
import { MatchLine } from './MatchLine';
import { MatchRefusal } from './MatchRefusal';
import { matchingWords } from './words';

interface Props {
  /** Draws a position; the match is put inside. */
  position: ComponentType<{ position: PositionCard; children?: ReactNode }>;
  /** Keeps a position or puts it away. */
  marks: ComponentType<{ positionId: string }>;
}

export function MatchesPage({ position: Position, marks: Marks }: Props) {
  const t = useWords(matchingWords);
  const found = useInfiniteQuery(matchesQuery);
  const pages = found.data?.pages ?? [];
  const items = pages.flatMap((page) => page.items);
  const ask = pages[0]?.ask ?? [];
  // Without one number there is nothing to order by: first the questions, then the list.
  const unjudged = items.every((item) => item.match.fit == null);
  useTitle(t.matches);

  return (
    <Page title={t.matches} lead={unjudged ? undefined : t.matchesLead}>
      {found.error && <MatchRefusal error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton />}
      {found.data && ask.length > 0 && <Questions ask={ask} first={unjudged} />}
      {found.data && items.length === 0 && ask.length === 0 && <NoMatches />}
      {items.length > 0 && (
        <h2>
          <Spoken>{t.list}</Spoken>
        </h2>
      )}
      {items.map(({ position, match }) => (
        <Position key={position.id} position={position}>
          <MatchLine match={match} audience="seeker" position={position} />
          <Marks positionId={position.id} />
        </Position>
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
    </Page>
  );
}

function Questions({ ask, first }: { ask: Question[]; first: boolean }) {
  const t = useWords(matchingWords);
  return (
    <Card>
      <h2>{first ? t.askFirst(ask.length) : t.ask}</h2>
      {first && <p>{t.askFirstWhy}</p>}
      <AskList questions={ask} />
      {first && (
        <p>
          <ButtonLink to="/me/profile">{t.toProfile}</ButtonLink>
        </p>
      )}
    </Card>
  );
}

function NoMatches() {
  const t = useWords(matchingWords);
  return (
    <Card>
      <h2>{t.noMatches}</h2>
      <p>{t.noMatchesAdvice}</p>
      <p>
        <ButtonLink to="/positions">{t.toSearch}</ButtonLink>{' '}
        <ButtonLink to="/me/profile" variant="secondary">
          {t.toProfile}
        </ButtonLink>
      </p>
    </Card>
  );
}
