import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Pill } from '../../../ui/data/Pill';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { positionsOfQuery } from './api';
import styles from './organisation.module.css';
import { organisationWords } from './words';

/** The positions of an enterprise in every state. */
export function PositionsOf({ id }: { id: string }) {
  const t = useWords(organisationWords);
  const format = useFormat();
  const found = useInfiniteQuery(positionsOfQuery(id));
  const positions = found.data?.pages.flatMap((page) => page.items);
  return (
    <Card>
      <h2>{t.positions}</h2>
      {found.error && <ErrorNote error={found.error} onRetry={() => found.refetch()} />}
      {found.isPending && <Skeleton cards={1} />}
      {positions?.length === 0 && <p className={styles.note}>{t.noPositions}</p>}
      <div className={styles.rows}>
        {positions?.map(({ id: position, title, state, pay, valid_until: until }) => (
          <div key={position} className={styles.row}>
            {state === 'open' ? (
              <Link to="/positions/$id" params={{ id: position }}>
                {title}
              </Link>
            ) : (
              <span>{title}</span>
            )}
            <span className={styles.head}>
              {format.pay(pay)}
              <Pill tone={state === 'open' ? 'success' : 'neutral'}>{t.position[state]}</Pill>
              <span className={styles.note}>{t.until(format.day(until))}</span>
            </span>
          </div>
        ))}
      </div>
      {found.hasNextPage && (
        <div>
          <Button
            variant="secondary"
            isPending={found.isFetchingNextPage}
            onClick={() => found.fetchNextPage()}
          >
            {t.morePositions}
          </Button>
        </div>
      )}
    </Card>
  );
}
