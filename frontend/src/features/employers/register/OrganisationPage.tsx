import { useQuery } from '@tanstack/react-query';
import type { Organisation } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { useStepKey } from '../../../lib/useStepKey';
import { BackLink } from '../../../ui/BackLink';
import { Card } from '../../../ui/Card';
import { Details } from '../../../ui/data/Details';
import { Pill } from '../../../ui/data/Pill';
import { Time } from '../../../ui/data/Time';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { WidePage } from '../../../ui/WidePage';
import { organisationQuery } from './api';
import { Memberships } from './Memberships';
import styles from './organisation.module.css';
import { PositionsOf } from './PositionsOf';
import { Representatives } from './Representatives';
import { StatePill } from './StatePill';
import { VerificationStep } from './VerificationStep';
import { organisationWords } from './words';

/** One organisation: what it says of itself, who acts for it, and what to do next. */
export function OrganisationPage({ id }: { id: string }) {
  const t = useWords(organisationWords);
  const { data, error, refetch } = useQuery(organisationQuery(id));
  useTitle(data?.data.name ?? t.title);
  useStepKey();
  const back = <BackLink to="/organisations">{t.title}</BackLink>;
  if (!data) {
    return (
      <WidePage title={t.one} back={back}>
        {error ? <ErrorNote error={error} onRetry={refetch} /> : <Skeleton />}
      </WidePage>
    );
  }
  const { data: organisation, etag } = data;
  return (
    <WidePage
      back={back}
      title={organisation.name}
      lead={
        <span className={styles.head}>
          <StatePill state={organisation.verification} />
          <Pill>{t.kind[organisation.kind]}</Pill>
          {organisation.division.name}
        </span>
      }
    >
      <div className={styles.file}>
        <Card>
          <h2>{t.about}</h2>
          <About organisation={organisation} />
        </Card>
        <div className={styles.next}>
          <VerificationStep
            key={organisation.id}
            organisation={organisation}
            etag={etag}
            onReload={refetch}
          />
          <Representatives organisation={organisation} />
        </div>
        <div className={styles.others}>
          <Memberships organisation={organisation} />
          {organisation.kind === 'enterprise' && <PositionsOf id={id} />}
        </div>
      </div>
    </WidePage>
  );
}

function About({ organisation }: { organisation: Organisation }) {
  const t = useWords(organisationWords);
  const { credit_code: code, no_credit_code_reason: reason, address, industry } = organisation;
  const { industry_section: section } = organisation;
  const { verified_at: at, verified_what: what, description } = organisation;
  return (
    <>
      <Details
        items={[
          { label: t.creditCode, value: code ?? t.noCode(reason ?? t.none) },
          { label: t.place, value: organisation.division.name },
          { label: t.address, value: address ?? t.none },
          {
            label: t.industry,
            value: industry && section ? t.inSection(industry, section) : (industry ?? t.none),
          },
          { label: t.registeredOn, value: <Time at={organisation.created_at} isFull /> },
          at != null && { label: t.lookedAtOn, value: <Time at={at} isFull /> },
          what != null && { label: t.lookedAt, value: what },
        ]}
      />
      {description && <p>{description}</p>}
    </>
  );
}
