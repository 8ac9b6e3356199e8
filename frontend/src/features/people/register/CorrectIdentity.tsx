import type { Person } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { showToast } from '../../../ui/feedback/toast';
import { Form } from '../../../ui/form/Form';
import { useForm } from '../../../ui/form/useForm';
import { Dialog } from '../../../ui/overlay/Dialog';
import { useCorrect } from './api';
import { type IdentityDraft, IdentityFields, identityFaults, identityOf } from './IdentityFields';
import { registerWords } from './words';

interface Props {
  person: Person;
  etag: string;
  known: { name: string; id_number: string; mobile: string };
  onReload: () => void;
  onClose: () => void;
}

/** Corrects who somebody is and where they live. */
export function CorrectIdentity({ person, etag, known, onReload, onClose }: Props) {
  const t = useWords(registerWords);
  const correct = useCorrect(person.id);
  const { code, name } = person.division;
  const form = useForm<IdentityDraft>({
    initial: { ...known, division: { value: code, label: name } },
    check: (draft) => identityFaults(draft, t),
    refusal: correct.error,
  });
  const asksAnew =
    person.verification === 'verified' &&
    (form.values.name.trim() !== known.name || form.values.id_number.trim() !== known.id_number);
  return (
    <Dialog title={t.correctTitle(person.name)} onClose={onClose}>
      <Form
        form={form}
        submit={asksAnew ? t.correctAnew : t.save}
        isPending={correct.isPending}
        onReload={() => {
          onReload();
          onClose();
        }}
        onSubmit={(draft) =>
          correct.mutate(
            { etag, identity: identityOf(draft) },
            {
              onSuccess: () => {
                showToast({ text: t.corrected });
                onClose();
              },
            },
          )
        }
      >
        <IdentityFields form={form} />
      </Form>
    </Dialog>
  );
}
