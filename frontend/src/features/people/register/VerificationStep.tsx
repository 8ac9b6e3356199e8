import type { PersonFile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { STEP_ID } from '../../../lib/useStepKey';
import { Button, ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Banner } from '../../../ui/feedback/Banner';
import { useRounds } from '../../../ui/verdict/useRounds';
import { Verdict } from '../../../ui/verdict/Verdict';
import { filesWithNumber, useVerify } from './api';
import styles from './person.module.css';
import { FilesWithNumber } from './SameNumber';
import { registerWords } from './words';

interface Props {
  file: PersonFile;
  etag: string;
  onReload: () => void;
}

/** The next step of a file that nobody has checked: which papers were looked at, and the verdict. */
export function VerificationStep({ file, etag, onReload }: Props) {
  const t = useWords(registerWords);
  const { person } = file;
  const rounds = useRounds(useVerify(person.id));
  const isDone = person.verification === 'verified' && !rounds.isAgain;
  return (
    <Card>
      <section id={STEP_ID} className={styles.step}>
        <h2>{t.nextStep}</h2>
        {isDone ? (
          <>
            <Banner tone="success" title={t.verifiedTitle}>
              {t.verifiedBy(person.verified_what ?? t.none)}
            </Banner>
            <ButtonLink to="/desk" variant="secondary">
              {t.toDesk}
            </ButtonLink>
            <Button variant="quiet" onClick={rounds.lookAgain}>
              {t.lookAgain}
            </Button>
          </>
        ) : (
          <Verify key={rounds.round} file={file} etag={etag} onReload={onReload} {...rounds} />
        )}
      </section>
    </Card>
  );
}

interface VerifyProps extends Props, Pick<ReturnType<typeof useRounds>, 'verify' | 'lookAgain'> {}

function Verify({ file, etag, onReload, verify, lookAgain }: VerifyProps) {
  const t = useWords(registerWords);
  const { person } = file;
  const taken = filesWithNumber(verify.error);
  const facts = [
    { label: t.name, value: person.name },
    { label: t.idNumber, value: person.id_number ?? '' },
    { label: t.mobile, value: person.mobile ?? '' },
    { label: t.division, value: person.division.name },
    { label: t.state, value: t.verification[person.verification] },
    { label: t.lookedAt, value: person.verified_what ?? '' },
  ];
  return (
    <>
      <p>
        {person.verification === 'refused'
          ? t.refusedBefore(person.verified_what ?? '')
          : t.compare}
      </p>
      {!person.id_number && <Banner tone="warn" title={t.noNumberYet} />}
      {taken && <FilesWithNumber ids={taken} />}
      <Verdict
        name={person.name}
        facts={facts}
        papers={t.papers[person.kind]}
        refusal={{ hint: t.refuseHint }}
        etag={etag}
        verify={verify}
        onReload={onReload}
        onLate={lookAgain}
      />
    </>
  );
}
