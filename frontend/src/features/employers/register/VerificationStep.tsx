import type { Organisation } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { STEP_ID } from '../../../lib/useStepKey';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Banner } from '../../../ui/feedback/Banner';
import { useRounds } from '../../../ui/verdict/useRounds';
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
  const rounds = useRounds(useVerifyOrganisation(organisation.id));
  const isDone = organisation.verification === 'verified' && !rounds.isAgain;
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
            <Button variant="quiet" onClick={rounds.lookAgain}>
              {t.lookAgain}
            </Button>
          </>
        ) : (
          <Verify
            key={rounds.round}
            organisation={organisation}
            etag={etag}
            onReload={onReload}
            {...rounds}
          />
        )}
      </section>
    </Card>
  );
}

interface VerifyProps extends Props, Pick<ReturnType<typeof useRounds>, 'verify' | 'lookAgain'> {}

function Verify({ organisation, etag, onReload, verify, lookAgain }: VerifyProps) {
  const t = useWords(organisationWords);
  const { verification, verified_what: before, division } = organisation;
  const facts = [
    { label: t.name, value: organisation.name },
    { label: t.creditCode, value: organisation.credit_code ?? '' },
    { label: t.place, value: division.name },
    { label: t.address, value: organisation.address ?? '' },
    { label: t.industry, value: organisation.industry ?? '' },
    { label: t.state, value: t.verification[verification] },
    { label: t.lookedAt, value: before ?? '' },
  ];
  return (
    <>
      <p>{verification === 'refused' ? t.refusedBefore(before ?? t.none) : t.compare}</p>
      <Verdict
        name={organisation.name}
        facts={facts}
        papers={t.papers[organisation.kind]}
        refusal={{ hint: t.refuseHint, effect: t.refuseEffect }}
        etag={etag}
        verify={verify}
        onReload={onReload}
        onLate={lookAgain}
      />
    </>
  );
}
