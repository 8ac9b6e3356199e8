import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OneTimeCode } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { useStepKey } from '../../../lib/useStepKey';
import { BackLink } from '../../../ui/BackLink';
import { Card } from '../../../ui/Card';
import { Pill } from '../../../ui/data/Pill';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { WidePage } from '../../../ui/WidePage';
import { personQuery } from './api';
import { CodeSlip } from './CodeSlip';
import { Codes } from './Codes';
import { PaperConsents } from './PaperConsents';
import { PersonFacts } from './PersonFacts';
import { PersonHistory } from './PersonHistory';
import { ProfileSummary } from './ProfileSummary';
import styles from './person.module.css';
import { SameNumber } from './SameNumber';
import { ServiceMember } from './ServiceMember';
import { VerificationPill } from './VerificationPill';
import { VerificationStep } from './VerificationStep';
import { registerWords } from './words';

/** A code that was just given, and what it is for. It is shown once, so it stands in no address. */
export interface GivenCode extends OneTimeCode {
  kind: 'claim' | 'password';
}

/** One person: what is known, what happened, what to do next. */
export function PersonPage({ id }: { id: string }) {
  const t = useWords(registerWords);
  const { data, error, refetch } = useQuery(personQuery(id));
  const [given, setGiven] = useState<GivenCode>();
  useTitle(t.fileTitle);
  useStepKey();
  const back = <BackLink to="/people">{t.toPeople}</BackLink>;
  if (given && data) {
    return <CodeSlip code={given} person={data.data.person} onClose={() => setGiven(undefined)} />;
  }
  if (!data) {
    return (
      <WidePage title={t.fileTitle} back={back}>
        {error ? <ErrorNote error={error} onRetry={refetch} /> : <Skeleton />}
      </WidePage>
    );
  }
  const { data: file, etag } = data;
  const { person } = file;
  return (
    <WidePage
      back={back}
      title={person.name}
      lead={
        <span className={styles.head}>
          <VerificationPill state={person.verification} />
          <Pill tone={person.kind === 'veteran' ? 'honor' : 'neutral'}>{t.kind[person.kind]}</Pill>
          {person.division.name}
        </span>
      }
    >
      <SameNumber person={person} same={file.same_id_number} />
      <div className={styles.file}>
        <div className={styles.facts}>
          <Card>
            <h2>{t.identity}</h2>
            <PersonFacts person={person} etag={etag} />
          </Card>
          {person.kind === 'spouse' && (
            <ServiceMember id={id} etag={etag} member={file.service_member} onReload={refetch} />
          )}
          <ProfileSummary id={id} profile={file.profile} />
        </div>
        <div className={styles.next}>
          <VerificationStep key={person.id} file={file} etag={etag} onReload={refetch} />
          <PaperConsents id={id} consents={file.consents} />
          <Codes etag={etag} file={file} onGiven={setGiven} />
        </div>
        <div className={styles.history}>
          <PersonHistory id={id} />
        </div>
      </div>
    </WidePage>
  );
}
