import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { BackLink } from '../../ui/BackLink';
import { Button, ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Pill } from '../../ui/data/Pill';
import { Banner } from '../../ui/feedback/Banner';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { WidePage } from '../../ui/WidePage';
import { familyQuery } from './api';
import { FamilyView } from './FamilyView';
import { History } from './History';
import { Review } from './Review';
import { SetAside } from './SetAside';
import styles from './specialities.module.css';
import { specialityWords } from './words';

/** One family of the map: what holds, what waits, and everything that was ever changed. */
export function SpecialityPage({ code }: { code: string }) {
  const t = useWords(specialityWords);
  const { data: record, error, refetch } = useQuery(familyQuery(code));
  const [isLeaving, setLeaving] = useState(false);
  const family = record?.in_force ?? record?.changes[0]?.family;
  useTitle(family?.name ?? t.title);
  const back = <BackLink to="/specialities">{t.title}</BackLink>;
  if (!record || !family) {
    return (
      <WidePage title={t.name} back={back}>
        {error ? <ErrorNote error={error} onRetry={refetch} /> : <Skeleton />}
      </WidePage>
    );
  }
  const { in_force: inForce, built_in: builtIn, origin, source } = record;
  const waiting = record.changes.find(({ state }) => state === 'waiting');
  const edit = { to: '/specialities', search: { sel: code, form: 'edit' } } as const;
  return (
    <WidePage
      back={back}
      title={family.name}
      lead={
        <span className={styles.head}>
          <Pill tone={origin === 'built_in' ? 'neutral' : 'info'}>{t.origin[origin]}</Pill>
          {waiting && <Pill tone="warn">{t.waiting}</Pill>}
        </span>
      }
      actions={
        !waiting && (
          <>
            <ButtonLink {...edit} variant={inForce ? 'secondary' : 'primary'}>
              {inForce ? t.edit : t.restore}
            </ButtonLink>
            {inForce && (
              <Button variant="quiet" onClick={() => setLeaving(true)}>
                {t.setAside}
              </Button>
            )}
          </>
        )
      }
    >
      <div className={styles.file}>
        {waiting && <Review key={waiting.id} record={record} change={waiting} />}
        <Card>
          <section className={styles.section}>
            <h2>{inForce ? t.now : t.notInForce}</h2>
            {inForce ? (
              <FamilyView
                family={inForce}
                source={origin === 'built_in' ? t.builtInSource(source ?? t.none) : source}
              />
            ) : (
              <Banner tone="info">{origin === 'set_aside' ? t.asideNote : t.neverNote}</Banner>
            )}
          </section>
        </Card>
        {builtIn && (
          <Card>
            <details className={styles.section}>
              <summary>{t.builtIn}</summary>
              <FamilyView family={builtIn} />
            </details>
          </Card>
        )}
        <History record={record} />
      </div>
      {isLeaving && <SetAside code={code} name={family.name} onClose={() => setLeaving(false)} />}
    </WidePage>
  );
}
