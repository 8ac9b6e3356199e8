import { useState } from 'react';
import { useWords } from '../../i18n/locale';
import { Form } from '../form/Form';
import { TextField } from '../form/TextField';
import { useForm } from '../form/useForm';
import { Dialog } from '../overlay/Dialog';
import { uiWords } from '../words';

interface Props {
  taken: readonly string[];
  onSave: (label: string) => Promise<unknown> | undefined;
  onClose: () => void;
}

/** Asks what a view shall be called. */
export default function SaveView({ taken, onSave, onClose }: Props) {
  const t = useWords(uiWords);
  const [isPending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const form = useForm({
    initial: { label: '' },
    check: ({ label }) => ({
      label:
        label.trim() === '' ? t.viewLacks : taken.includes(label.trim()) ? t.viewTaken : undefined,
    }),
    refusal,
  });

  async function save(label: string) {
    setPending(true);
    try {
      await onSave(label.trim());
      onClose();
    } catch (error) {
      setRefusal(error);
    }
    setPending(false);
  }

  return (
    <Dialog title={t.saveView} onClose={onClose}>
      <Form
        form={form}
        submit={t.save}
        isPending={isPending}
        onSubmit={({ label }) => void save(label)}
      >
        <TextField label={t.viewName} hint={t.viewHint} maxLength={20} {...form.field('label')} />
      </Form>
    </Dialog>
  );
}
