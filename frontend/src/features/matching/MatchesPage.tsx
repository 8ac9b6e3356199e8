import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { PositionCard, Question } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { useFocusOnPage } from '../../lib/useFocusOnPage';
import { ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Pagination } from '../../ui/list/Pagination';
import { Page } from '../../ui/Page';
import { Spoken } from '../../ui/Spoken';
import { AskList } from './AskList';
import { matchesQuery } from './api';
import { Counterfactuals, ToCounterfactuals } from './Counterfactuals';
import { MatchLine } from './MatchLine';
import { MatchRefusal } from './MatchRefusal';
import { matchingWords } from './words';

interface Props {
  /** Draws a position; the match is put inside. */
  position: ComponentType<{ position: PositionCard; children?: ReactNode }>;
  /** Keeps a position or puts it away. */
  marks: ComponentType<{ positionId: string }>;
  /** Where in the list the page begins. */
  after: string | undefined;
  onPage: (after: string | undefined) => void;
}

export function MatchesPage({ position: Position, marks: Marks, after, onPage }: Props) {
  const t = useWords(matchingWords);
  const found = useQuery(matchesQuery(after));
  const list = useFocusOnPage<HTMLHeadingElement>(after);
  const { items = [], ask = [] } = found.data ?? {};
  // Without one number there is nothing to order by: first the questions, then the list.
  const unjudged = items.every((item) => item.match.fit == null);
  // Before anything can be judged nothing can be said to be missing, and it belongs to the whole list.
  const further = found.data && !after && !(unjudged && ask.length > 0);
  useTitle(t.matches);

  return (
    <Page title={t.matches} lead={unjudged ? undefined : t.matchesLead}>
      {found.error && <MatchRefusal error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton />}
      {found.data && ask.length > 0 && <Questions ask={ask} first={unjudged} />}
      {found.data && items.length === 0 && ask.length === 0 && !after && <NoMatches />}
      {further && items.length > 0 && <ToCounterfactuals />}
      {items.length > 0 && (
        <h2 ref={list} tabIndex={-1}>
          <Spoken>{t.list}</Spoken>
        </h2>
      )}
      {items.map(({ position, match }) => (
        <Position key={position.id} position={position}>
          <MatchLine match={match} audience="seeker" position={position} />
          <Marks positionId={position.id} />
        </Position>
      ))}
      {further && <Counterfactuals />}
      <Pagination after={after} next={found.data?.next} onPage={onPage} />
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
