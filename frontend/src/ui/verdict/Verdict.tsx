import { type ReactNode, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { isOutdated } from '../../lib/ApiError';
import { Button } from '../Button';
import { showToast } from '../feedback/toast';
import { ChooseMany } from '../form/Choices';
import { Form } from '../form/Form';
import { TextArea } from '../form/TextArea';
import { TextField } from '../form/TextField';
import { useForm } from '../form/useForm';
import { Dialog } from '../overlay/Dialog';
import { Changed } from './Changed';
import type { Deciding, Given } from './useRounds';
import { type Fact, useSeen } from './useSeen';
import { verdictWords } from './words';

interface Props {
  /** Who or what is looked at, as the sentences afterwards name it. */
  name: string;
  /** What is compared with the papers. When one changes meanwhile, it is looked at again first. */
  facts: readonly Fact[];
  /** The names of the papers that are usual for it. */
  papers: string[];
  refusal: { hint: string; effect?: string };
  etag: string;
  verify: Deciding;
  onReload: () => void;
  /** It changed meanwhile, perhaps because a colleague decided: what was ticked has to stay in view. */
  onLate?: () => void;
}

/** Which papers were looked at, and the verdict; a refusal says what is missing. */
export function Verdict(props: Props) {
  const { name, papers, facts, etag, verify, onReload, onLate } = props;
  const t = useWords(verdictWords);
  const [isRefusing, setRefusing] = useState(false);
  const form = useForm({
    initial: { papers: [] as string[], other: '' },
    check: (values) => ({
      other:
        values.papers.length > 0 || values.other.trim().length >= 2 ? undefined : t.lacksPapers,
    }),
    refusal: refusalOf(verify.error),
  });
  // Who closes the dialog to look at the page again finds it as it was.
  const [reason, setReason] = useState('');
  const isBegun = form.isChanged || isRefusing || reason !== '';
  const seen = useSeen({ facts, etag, isBegun, verify, onReload, onLate });
  // What one form was refused is not said by the other.
  function ask(isAsked: boolean) {
    if (!seen.isLate) verify.reset();
    setRefusing(isAsked);
  }
  function lookAgain() {
    if (!seen.isRead) return onReload();
    seen.lookedAgain();
    verify.reset();
  }
  function decide(given: Given, done: () => void) {
    if (seen.isLate) return lookAgain();
    seen.sending();
    verify.mutate(given, { onSuccess: done });
  }
  const changed = seen.isLate && (
    <Changed changes={seen.changes} isRead={seen.isRead} onReload={onReload} />
  );
  return (
    <>
      <Form
        form={form}
        submit={seen.isLate ? t.lookedAgain : t.approve}
        refusedTitle={t.notVerified}
        isPending={verify.isPending}
        beside={
          <Button variant="secondary" onClick={() => ask(true)}>
            {t.refuse}
          </Button>
        }
        onSubmit={({ papers: chosen, other }) =>
          decide(
            { etag, approve: true, what: [...chosen, other.trim()].filter(Boolean).join(t.and) },
            () => showToast({ text: t.verified(name) }),
          )
        }
      >
        {changed}
        <ChooseMany
          legend={t.papersSeen}
          values={form.values.papers}
          choices={papers.map((label) => ({ value: label, label }))}
          onChange={(chosen) => form.set({ papers: chosen })}
        />
        <TextField label={t.otherPapers} isOptional maxLength={120} {...form.field('other')} />
      </Form>
      {isRefusing && (
        <Refusal
          {...props}
          reason={reason}
          changed={changed}
          decide={decide}
          onClose={(written) => {
            setReason(written);
            ask(false);
          }}
        />
      )}
    </>
  );
}

interface RefusalProps extends Props {
  reason: string;
  changed: ReactNode;
  decide: (given: Given, done: () => void) => void;
  onClose: (reason: string) => void;
}

function Refusal(props: RefusalProps) {
  const { name, refusal, etag, verify, reason, changed, decide, onClose } = props;
  const t = useWords(verdictWords);
  const form = useForm({
    initial: { what: reason },
    check: ({ what }) => ({ what: what.trim().length >= 2 ? undefined : t.lacksWhy }),
    refusal: refusalOf(verify.error),
  });
  function refused() {
    showToast({ text: t.refused(name) });
    onClose('');
  }
  return (
    <Dialog title={t.refuseTitle(name)} onClose={() => onClose(form.values.what)}>
      {refusal.effect && <p>{refusal.effect}</p>}
      <Form
        form={form}
        submit={changed ? t.lookedAgain : t.refuseDo}
        isDanger={!changed}
        isPending={verify.isPending}
        onSubmit={({ what }) => decide({ etag, approve: false, what: what.trim() }, refused)}
      >
        {changed}
        <TextArea label={t.refuseWhy} hint={refusal.hint} maxLength={200} {...form.field('what')} />
      </Form>
    </Dialog>
  );
}

/** That somebody was faster is told with what they changed. */
function refusalOf(error: Error | null) {
  return isOutdated(error) ? undefined : error;
}
