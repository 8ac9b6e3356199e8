import { useState } from 'react';
import { useWords } from '../../i18n/locale';
import { Button } from '../Button';
import { showToast } from '../feedback/toast';
import { ChooseMany } from '../form/Choices';
import { Form } from '../form/Form';
import { TextArea } from '../form/TextArea';
import { TextField } from '../form/TextField';
import { useForm } from '../form/useForm';
import { Dialog } from '../overlay/Dialog';
import { verdictWords } from './words';

interface Given {
  etag: string;
  approve: boolean;
  what: string;
}

interface Props {
  /** Who or what is looked at, as the sentences afterwards name it. */
  name: string;
  /** The names of the papers that are usual for it. */
  papers: string[];
  refusal: { hint: string; effect?: string };
  etag: string;
  verify: {
    mutate: (given: Given, then: { onSuccess: () => void }) => void;
    reset: () => void;
    error: Error | null;
    isPending: boolean;
  };
  onReload: () => void;
}

/** Which papers were looked at, and the verdict; a refusal says what is missing. */
export function Verdict(props: Props) {
  const { name, papers, etag, verify, onReload } = props;
  const t = useWords(verdictWords);
  const [isRefusing, setRefusing] = useState(false);
  const form = useForm({
    initial: { papers: [] as string[], other: '' },
    check: (values) => ({
      other:
        values.papers.length > 0 || values.other.trim().length >= 2 ? undefined : t.lacksPapers,
    }),
    refusal: verify.error,
  });
  // What one form was refused is not said by the other.
  function ask(isAsked: boolean) {
    verify.reset();
    setRefusing(isAsked);
  }
  return (
    <>
      <Form
        form={form}
        submit={t.approve}
        refusedTitle={t.notVerified}
        isPending={verify.isPending}
        onReload={onReload}
        beside={
          <Button variant="secondary" onClick={() => ask(true)}>
            {t.refuse}
          </Button>
        }
        onSubmit={({ papers: seen, other }) =>
          verify.mutate(
            { etag, approve: true, what: [...seen, other.trim()].filter(Boolean).join(t.and) },
            { onSuccess: () => showToast({ text: t.verified(name) }) },
          )
        }
      >
        <ChooseMany
          legend={t.papersSeen}
          values={form.values.papers}
          choices={papers.map((label) => ({ value: label, label }))}
          onChange={(chosen) => form.set({ papers: chosen })}
        />
        <TextField label={t.otherPapers} isOptional maxLength={120} {...form.field('other')} />
      </Form>
      {isRefusing && <Refusal {...props} onClose={() => ask(false)} />}
    </>
  );
}

function Refusal(props: Props & { onClose: () => void }) {
  const { name, refusal, etag, verify, onReload, onClose } = props;
  const t = useWords(verdictWords);
  const form = useForm({
    initial: { what: '' },
    check: ({ what }) => ({ what: what.trim().length >= 2 ? undefined : t.lacksWhy }),
    refusal: verify.error,
  });
  function refused() {
    showToast({ text: t.refused(name) });
    onClose();
  }
  return (
    <Dialog title={t.refuseTitle(name)} onClose={onClose}>
      {refusal.effect && <p>{refusal.effect}</p>}
      <Form
        form={form}
        submit={t.refuseDo}
        isDanger
        isPending={verify.isPending}
        onReload={onReload}
        onSubmit={({ what }) =>
          verify.mutate({ etag, approve: false, what: what.trim() }, { onSuccess: refused })
        }
      >
        <TextArea label={t.refuseWhy} hint={refusal.hint} maxLength={200} {...form.field('what')} />
      </Form>
    </Dialog>
  );
}
