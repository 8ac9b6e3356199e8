import { useQuery } from '@tanstack/react-query';
import type { Organisation, Representative } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { STEP_ID } from '../../../lib/useStepKey';
import { Button, ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Pill } from '../../../ui/data/Pill';
import { Time } from '../../../ui/data/Time';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { showToast } from '../../../ui/feedback/toast';
import { representativesQuery, useDecideRepresentative } from './api';
import styles from './organisation.module.css';
import { organisationWords } from './words';

/** Who acts for an organisation, and who asks to. */
export function Representatives({ organisation }: { organisation: Organisation }) {
  const t = useWords(organisationWords);
  const { data, error, refetch } = useQuery(representativesQuery(organisation.id));
  const isVerified = organisation.verification === 'verified';
  return (
    <Card>
      <section id={isVerified ? STEP_ID : undefined} className={styles.section}>
        <h2>{t.representatives}</h2>
        {!isVerified && <p className={styles.note}>{t.verifyFirst}</p>}
        {error && <ErrorNote error={error} onRetry={refetch} />}
        {!data && !error && <Skeleton cards={1} />}
        {data?.length === 0 && <p className={styles.note}>{t.noRepresentatives}</p>}
        <div className={styles.rows}>
          {data?.map((one) => (
            <One key={one.id} organisation={organisation} representative={one} />
          ))}
        </div>
        {isVerified && data?.every(({ state }) => state !== 'pending') && (
          <ButtonLink to="/desk" variant="secondary">
            {t.toDesk}
          </ButtonLink>
        )}
      </section>
    </Card>
  );
}

interface OneProps {
  organisation: Organisation;
  representative: Representative;
}

function One({ organisation, representative }: OneProps) {
  const t = useWords(organisationWords);
  const decide = useDecideRepresentative(organisation.id);
  const { id: grant, name, state, asked_at: since } = representative;
  const press = (approve: boolean) =>
    decide.mutate(
      { grant, approve },
      { onSuccess: () => showToast({ text: (approve ? t.nowActs : t.mayNotAct)(name) }) },
    );
  return (
    <div className={styles.row}>
      <span>
        {name} <Time at={since} />
      </span>
      {state === 'pending' ? (
        <span className={styles.buttons}>
          <Button isPending={decide.isPending} onClick={() => press(true)}>
            {t.letAct}
          </Button>
          <Button variant="secondary" isPending={decide.isPending} onClick={() => press(false)}>
            {t.refuse}
          </Button>
        </span>
      ) : (
        <Pill tone={state === 'active' ? 'success' : 'neutral'}>{t.grant[state]}</Pill>
      )}
      {decide.error && <ErrorNote error={decide.error} />}
    </div>
  );
}
