import { useState } from 'react';
import type { Organisation } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { STEP_ID } from '../../../lib/useStepKey';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Banner } from '../../../ui/feedback/Banner';
import { Verdict } from '../../../ui/verdict/Verdict';
import { useVerifyOrganisation } from './api';
import styles from './organisation.module.css';
import { organisationWords } from './words';

interface Props {
  organisation: Organisation;
  etag: string;
  onReload: () => void;
}

/** Which papers of the organisation were looked at, and the verdict. */
export function VerificationStep({ organisation, etag, onReload }: Props) {
  const t = useWords(organisationWords);
  const [isAgain, setAgain] = useState(false);
  const isDone = organisation.verification === 'verified' && !isAgain;
  return (
    <Card>
      {/* N goes to whatever waits: its papers, or who asks to act for it. */}
      <section id={isDone ? undefined : STEP_ID} className={styles.step}>
        <h2>{t.verify}</h2>
        {isDone ? (
          <>
            <Banner tone="success" title={t.verifiedTitle}>
              {t.verifiedBy(organisation.verified_what ?? t.none)}
            </Banner>
            <Button variant="quiet" onClick={() => setAgain(true)}>
              {t.lookAgain}
            </Button>
          </>
        ) : (
          <Verify organisation={organisation} etag={etag} onReload={onReload} />
        )}
      </section>
    </Card>
  );
}

function Verify({ organisation, etag, onReload }: Props) {
  const t = useWords(organisationWords);
  const verify = useVerifyOrganisation(organisation.id);
  const { verification, verified_what: before } = organisation;
  return (
    <>
      <p>{verification === 'refused' ? t.refusedBefore(before ?? t.none) : t.compare}</p>
      <Verdict
        name={organisation.name}
        papers={t.papers[organisation.kind]}
        refusal={{ hint: t.refuseHint, effect: t.refuseEffect }}
        etag={etag}
        verify={verify}
        onReload={onReload}
      />
    </>
  );
}
