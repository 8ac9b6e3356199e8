import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/locale';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { newestQuery } from './api';
import styles from './ClosedPosition.module.css';
import { PositionCard } from './PositionCard';
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
      <ul className={styles.list}>
        {data?.items.map((position) => (
          <li key={position.id}>
            <PositionCard position={position} />
          </li>
        ))}
      </ul>
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
