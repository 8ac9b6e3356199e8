import { Link } from '@tanstack/react-router';
import { useSession } from '../../api/session';
import { useWords } from '../../i18n/locale';
import { Card } from '../../ui/Card';
import styles from './HomePage.module.css';
import { homeWords } from './words';

/** What a seeker comes back for. */
export function Waiting() {
  const t = useWords(homeWords);
  const hasProfile = useSession()?.person_id != null;
  return (
    <Card>
      <h2>{t.waiting}</h2>
      <ul>
        {hasProfile && (
          <li>
            <Link className={styles.waiting} to="/me/matches">
              {t.waitingMatches}
            </Link>
          </li>
        )}
        <li>
          <Link className={styles.waiting} to="/me/profile">
            {hasProfile ? t.waitingProfile : t.waitingNew}
          </Link>
        </li>
      </ul>
    </Card>
  );
}
