import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OwnPosition } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../lib/useTitle';
import { Button, ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Facts } from '../../ui/data/Facts';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Page } from '../../ui/Page';
import { ownPositionsQuery } from './api';
import styles from './OwnPositionsPage.module.css';
import { positionWords } from './words';

/** For the employer: their positions, each with the way to the people who fit it. */
export function OwnPositionsPage() {
  const t = useWords(positionWords);
  const found = useInfiniteQuery(ownPositionsQuery);
  const positions = found.data?.pages.flatMap((page) => page.items);
  useTitle(t.own);
  return (
    <Page title={t.own} lead={t.ownLead}>
      {found.error && <ErrorNote error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton />}
      {positions?.length === 0 && (
        <Card>
          <h2>{t.noOwn}</h2>
          <p>{t.noOwnAdvice}</p>
        </Card>
      )}
      {positions?.map((position) => (
        <OwnPositionCard key={position.id} position={position} />
      ))}
      {found.hasNextPage && (
        <Button
          variant="secondary"
          isPending={found.isFetchingNextPage}
          onClick={() => found.fetchNextPage()}
        >
          {t.moreOwn}
        </Button>
      )}
    </Page>
  );
}

function OwnPositionCard({ position }: { position: OwnPosition }) {
  const t = useWords(positionWords);
  const format = useFormat();
  const { id, state, headcount, hired } = position;
  return (
    <Card>
      <h2>
        {state === 'open' || state === 'paused' ? (
          <Link to="/positions/$id" params={{ id }} className={styles.title}>
            {position.title}
          </Link>
        ) : (
          position.title
        )}
      </h2>
      <Facts
        facts={[
          t.states[state],
          format.pay(position.pay),
          position.division.name,
          t.headcount(headcount - hired),
          t.validUntil(format.day(position.valid_until)),
        ]}
      />
      {state === 'open' && (
        <p>
          <ButtonLink to="/positions/$id/matches" params={{ id }} variant="secondary">
            {t.seeCandidates}
          </ButtonLink>
        </p>
      )}
    </Card>
  );
}
