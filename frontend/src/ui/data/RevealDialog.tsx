import { useWords } from '../../i18n/locale';
import { RadioGroup } from '../form/CheckGroup';
import { Form } from '../form/Form';
import { TextField } from '../form/TextField';
import { useForm } from '../form/useForm';
import { Dialog } from '../overlay/Dialog';
import { uiWords } from '../words';

interface Props {
  label: string;
  onReason: (reason: string) => void;
  onClose: () => void;
}

const OTHER = 'other';

/** Asks why personal data is to be seen. The usual reasons are ready; another one is written down. */
export default function RevealDialog({ label, onReason, onClose }: Props) {
  const t = useWords(uiWords);
  const ready = Object.values(t.revealReasons);
  const form = useForm({
    initial: { reason: '', text: '' },
    check: ({ reason, text }) => ({
      reason: reason ? undefined : t.revealLacks,
      text: reason === OTHER && text.trim().length < 2 ? t.revealLacksText : undefined,
    }),
  });
  return (
    <Dialog title={t.revealTitle(label)} onClose={onClose}>
      <Form
        form={form}
        submit={t.revealDo(label)}
        onSubmit={({ reason, text }) => onReason(reason === OTHER ? text.trim() : reason)}
      >
        <RadioGroup
          label={t.revealWhy}
          hint={t.revealRecorded}
          {...form.field('reason')}
          options={[
            ...ready.map((words) => ({ value: words, label: words })),
            { value: OTHER, label: t.otherReason },
          ]}
        />
        {form.values.reason === OTHER && (
          <TextField label={t.otherReasonLabel} maxLength={100} {...form.field('text')} />
        )}
      </Form>
    </Dialog>
  );
}
