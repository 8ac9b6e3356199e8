import { useWords } from '../../i18n/locale';
import type { RevealReason } from '../../lib/revealReason';
import { RadioGroup } from '../form/CheckGroup';
import { Form } from '../form/Form';
import { useForm } from '../form/useForm';
import { Dialog } from '../overlay/Dialog';
import { uiWords } from '../words';

interface Props {
  label: string;
  onReason: (reason: RevealReason) => void;
  onClose: () => void;
}

/** Asks why personal data is to be seen: one of the reasons the server takes down. */
export default function RevealDialog({ label, onReason, onClose }: Props) {
  const t = useWords(uiWords);
  const reasons = Object.keys(t.revealReasons) as RevealReason[];
  const form = useForm<{ reason: RevealReason | '' }>({
    initial: { reason: '' },
    check: ({ reason }) => ({ reason: reason ? undefined : t.revealLacks }),
  });
  return (
    <Dialog title={t.revealTitle(label)} onClose={onClose}>
      <Form
        form={form}
        submit={t.revealDo(label)}
        onSubmit={({ reason }) => reason && onReason(reason)}
      >
        <RadioGroup
          label={t.revealWhy}
          hint={t.revealRecorded}
          {...form.field('reason')}
          options={reasons.map((value) => ({ value, label: t.revealReasons[value] }))}
        />
      </Form>
    </Dialog>
  );
}
