import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/locale';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { newestQuery } from './api';
import { PositionList } from './PositionList';
import styles from './PositionList.module.css';
import { positionWords } from './words';

/** The last few positions, and the way to all. */
export function Newest() {
  const t = useWords(positionWords);
  const { data, error, refetch } = useQuery(newestQuery);
  return (
    <section className={styles.closed}>
      <h2>{t.newest}</h2>
      {error && !data && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      <PositionList positions={data?.items ?? []} />
      {data && (
        <p>
          <Link to="/positions" className={styles.all}>
            {t.seeAll(data.total)}
          </Link>
        </p>
      )}
    </section>
  );
}
