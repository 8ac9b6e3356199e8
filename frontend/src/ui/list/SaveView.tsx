import { useWords } from '../../i18n/locale';
import { Form } from '../form/Form';
import { TextField } from '../form/TextField';
import { useForm } from '../form/useForm';
import { Dialog } from '../overlay/Dialog';
import { uiWords } from '../words';

interface Props {
  taken: readonly string[];
  onSave: (label: string) => void;
  onClose: () => void;
}

/** Asks what a view shall be called. */
export default function SaveView({ taken, onSave, onClose }: Props) {
  const t = useWords(uiWords);
  const form = useForm({
    initial: { label: '' },
    check: ({ label }) => ({
      label:
        label.trim() === '' ? t.viewLacks : taken.includes(label.trim()) ? t.viewTaken : undefined,
    }),
  });
  return (
    <Dialog title={t.saveView} onClose={onClose}>
      <Form form={form} submit={t.save} onSubmit={({ label }) => onSave(label.trim())}>
        <TextField label={t.viewName} hint={t.viewHint} maxLength={20} {...form.field('label')} />
      </Form>
    </Dialog>
  );
}
