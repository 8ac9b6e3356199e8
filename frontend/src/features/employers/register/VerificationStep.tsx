import { useState } from 'react';
import type { Organisation } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { STEP_ID } from '../../../lib/useStepKey';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Banner } from '../../../ui/feedback/Banner';
import { showToast } from '../../../ui/feedback/toast';
import { ChooseMany } from '../../../ui/form/Choices';
import { Form } from '../../../ui/form/Form';
import { TextArea } from '../../../ui/form/TextArea';
import { TextField } from '../../../ui/form/TextField';
import { useForm } from '../../../ui/form/useForm';
import { Dialog } from '../../../ui/overlay/Dialog';
import { useVerifyOrganisation } from './api';
import styles from './register.module.css';
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
  const [isRefusing, setRefusing] = useState(false);
  const { verification, verified_what: before } = organisation;
  const form = useForm({
    initial: { papers: [] as string[], what: '' },
    check: (values) => ({
      what: values.papers.length > 0 || values.what.trim().length >= 2 ? undefined : t.lacksPapers,
    }),
    refusal: verify.error,
  });
  return (
    <>
      <p>{verification === 'refused' ? t.refusedBefore(before ?? t.none) : t.compare}</p>
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
        onSubmit={({ papers, what }) =>
          verify.mutate(
            { etag, approve: true, what: [...papers, what.trim()].filter(Boolean).join(t.and) },
            { onSuccess: () => showToast({ text: t.verifiedToast(organisation.name) }) },
          )
        }
      >
        <ChooseMany
          legend={t.papersSeen}
          values={form.values.papers}
          choices={t.papers[organisation.kind].map((label) => ({ value: label, label }))}
          onChange={(papers) => form.set({ papers })}
        />
        <TextField label={t.otherPapers} isOptional maxLength={120} {...form.field('what')} />
      </Form>
      {isRefusing && (
        <Refuse
          organisation={organisation}
          etag={etag}
          onReload={onReload}
          onClose={() => setRefusing(false)}
        />
      )}
    </>
  );
}

function Refuse({ organisation, etag, onReload, onClose }: Props & { onClose: () => void }) {
  const t = useWords(organisationWords);
  const verify = useVerifyOrganisation(organisation.id);
  const form = useForm({
    initial: { what: '' },
    check: ({ what }) => ({ what: what.trim().length >= 2 ? undefined : t.lacksWhy }),
    refusal: verify.error,
  });
  return (
    <Dialog title={t.refuseTitle(organisation.name)} onClose={onClose}>
      <p>{t.refuseEffect}</p>
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
                showToast({ text: t.refusedToast(organisation.name) });
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
