import { useState } from 'react';
import type { PersonFile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { STEP_ID } from '../../../lib/useStepKey';
import { Button, ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Banner } from '../../../ui/feedback/Banner';
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
  const [isAgain, setAgain] = useState(false);
  const { person } = file;
  const isDone = person.verification === 'verified' && !isAgain;
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
            <Button variant="quiet" onClick={() => setAgain(true)}>
              {t.lookAgain}
            </Button>
          </>
        ) : (
          <Verify file={file} etag={etag} onReload={onReload} />
        )}
      </section>
    </Card>
  );
}

function Verify({ file, etag, onReload }: Props) {
  const t = useWords(registerWords);
  const { person } = file;
  const verify = useVerify(person.id);
  const taken = filesWithNumber(verify.error);
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
        papers={t.papers[person.kind]}
        refusal={{ hint: t.refuseHint }}
        etag={etag}
        verify={verify}
        onReload={onReload}
      />
    </>
  );
}
