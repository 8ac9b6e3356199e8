import { useQuery } from '@tanstack/react-query';
import { useSession } from '../../../api/session';
import type { WaitingGrant } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Time } from '../../../ui/data/Time';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import styles from './administration.module.css';
import { grantsQuery, useDecideGrant } from './api';
import { administrationWords } from './words';

/** Roles that wait for a decision. Those of representatives are the officers' to decide. */
export function WaitingGrants() {
  const t = useWords(administrationWords);
  const { data, error, refetch } = useQuery(grantsQuery);
  const waiting = data?.filter(({ role }) => role !== 'employer_representative') ?? [];
  const elsewhere = (data?.length ?? 0) - waiting.length;
  return (
    <Card>
      <h2>{t.waiting}</h2>
      {error && <ErrorNote error={error} onRetry={refetch} />}
      {data && waiting.length === 0 && <p className={styles.note}>{t.nothingWaits}</p>}
      <div>
        {waiting.map((grant) => (
          <OneGrant key={grant.id} grant={grant} />
        ))}
      </div>
      {elsewhere > 0 && <p className={styles.note}>{t.officersDecide(elsewhere)}</p>}
    </Card>
  );
}

function OneGrant({ grant }: { grant: WaitingGrant }) {
  const t = useWords(administrationWords);
  const shared = useWords(sharedWords);
  const own = useSession()?.account?.id;
  const decide = useDecideGrant();
  const role = shared.role[grant.role];
  const isFor = grant.account_id === own;
  const isBlocked = isFor || (grant.needs_another && grant.asked_by === own);
  const press = (approve: boolean) =>
    decide.mutate(
      { id: grant.id, approve },
      {
        onSuccess: () =>
          showToast({ text: (approve ? t.approved : t.refused)(grant.account_name, role) }),
      },
    );
  return (
    <div className={styles.row}>
      <div>
        <strong>{t.grantFor(grant.account_name, role)}</strong>
        <p className={styles.note}>
          {t.askedBy(grant.asked_by_name)} <Time at={grant.asked_at} />
        </p>
        {isBlocked && <p>{isFor ? t.forYourself : t.anotherDecides}</p>}
        {!isBlocked && grant.needs_another && <p className={styles.note}>{t.secondPair}</p>}
      </div>
      <span className={styles.buttons}>
        {!isBlocked && (
          <Button isPending={decide.isPending} onClick={() => press(true)}>
            {t.approve}
          </Button>
        )}
        <Button variant="secondary" isPending={decide.isPending} onClick={() => press(false)}>
          {t.refuse}
        </Button>
      </span>
      {decide.error && <ErrorNote error={decide.error} />}
    </div>
  );
}
