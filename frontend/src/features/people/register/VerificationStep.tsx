import { useState } from 'react';
import type { PersonFile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { STEP_ID } from '../../../lib/useStepKey';
import { Button, ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Banner } from '../../../ui/feedback/Banner';
import { showToast } from '../../../ui/feedback/toast';
import { ChooseMany } from '../../../ui/form/Choices';
import { Form } from '../../../ui/form/Form';
import { TextArea } from '../../../ui/form/TextArea';
import { TextField } from '../../../ui/form/TextField';
import { useForm } from '../../../ui/form/useForm';
import { Dialog } from '../../../ui/overlay/Dialog';
import { filesWithNumber, useVerify } from './api';
import styles from './register.module.css';
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
  const [isRefusing, setRefusing] = useState(false);
  const papers = t.papers[person.kind];
  const form = useForm({
    initial: { papers: [] as string[], what: '' },
    check: (values) => ({
      what: values.papers.length > 0 || values.what.trim().length >= 2 ? undefined : t.lacksPapers,
    }),
    refusal: verify.error,
  });
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
      <Form
        form={form}
        submit={t.approve}
        refusedTitle={t.notVerified}
        isPending={verify.isPending}
        onReload={onReload}
        beside={
          <Button variant="secondary" onClick={() => setRefusing(true)}>
            {t.refuse}
          </Button>
        }
        onSubmit={({ papers: seen, what }) =>
          verify.mutate(
            { etag, approve: true, what: [...seen, what.trim()].filter(Boolean).join(t.and) },
            { onSuccess: () => showToast({ text: t.verifiedToast(person.name) }) },
          )
        }
      >
        <ChooseMany
          legend={t.papersSeen}
          values={form.values.papers}
          choices={papers.map((label) => ({ value: label, label }))}
          onChange={(chosen) => form.set({ papers: chosen })}
        />
        <TextField label={t.otherPapers} isOptional maxLength={120} {...form.field('what')} />
      </Form>
      {isRefusing && (
        <Refuse file={file} etag={etag} onReload={onReload} onClose={() => setRefusing(false)} />
      )}
    </>
  );
}

function Refuse({ file, etag, onReload, onClose }: Props & { onClose: () => void }) {
  const t = useWords(registerWords);
  const { person } = file;
  const verify = useVerify(person.id);
  const form = useForm({
    initial: { what: '' },
    check: ({ what }) => ({ what: what.trim().length >= 2 ? undefined : t.lacksWhy }),
    refusal: verify.error,
  });
  return (
    <Dialog title={t.refuseTitle(person.name)} onClose={onClose}>
      <Form
        form={form}
        submit={t.refuseDo}
        isDanger
        isPending={verify.isPending}
        onReload={onReload}
        onSubmit={({ what }) =>
          verify.mutate(
            { etag, approve: false, what: what.trim() },
            {
              onSuccess: () => {
                showToast({ text: t.refusedToast(person.name) });
                onClose();
              },
            },
          )
        }
      >
        <TextArea label={t.refuseWhy} hint={t.refuseHint} maxLength={200} {...form.field('what')} />
      </Form>
    </Dialog>
  );
}
