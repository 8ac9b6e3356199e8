import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Person } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { showToast } from '../../../ui/feedback/toast';
import { Form } from '../../../ui/form/Form';
import { useForm } from '../../../ui/form/useForm';
import { Dialog } from '../../../ui/overlay/Dialog';
import { personQuery, useCorrect, useIdentity } from './api';
import { type IdentityDraft, IdentityFields, identityFaults, identityOf } from './IdentityFields';
import { registerWords } from './words';

interface Props {
  person: Person;
  etag: string;
  known: { name: string; id_number: string; mobile: string };
  onClose: () => void;
}

/** Corrects who somebody is and where they live. */
export function CorrectIdentity({ person, etag, known, onClose }: Props) {
  const t = useWords(registerWords);
  const correct = useCorrect(person.id);
  const identity = useIdentity(person.id);
  const client = useQueryClient();
  // Of what was read when the dialog was opened: a file that is read anew behind it has another.
  const version = useRef(etag);
  const { code, name } = person.division;
  const form = useForm<IdentityDraft>({
    initial: { ...known, division: { value: code, label: name } },
    check: (draft) => identityFaults(draft, t),
    refusal: correct.error,
  });
  const asksAnew =
    person.verification === 'verified' &&
    (form.values.name.trim() !== known.name || form.values.id_number.trim() !== known.id_number);
  const say = (text: string) => text;
  const fields = {
    name: { label: t.name, say },
    id_number: { label: t.idNumber, say },
    mobile: { label: t.mobile, say },
    division: { label: t.livesIn, say: (one: IdentityDraft['division']) => one?.label ?? '' },
  };

  async function read() {
    const fresh = await client.fetchQuery({ ...personQuery(person.id), staleTime: 0 });
    const { division } = fresh.data.person;
    const shown = await identity.mutateAsync(fresh.data.person);
    const accept = () => {
      version.current = fresh.etag;
    };
    return {
      values: { ...shown, division: { value: division.code, label: division.name } },
      accept,
    };
  }

  return (
    <Dialog title={t.correctTitle(person.name)} onClose={onClose}>
      <Form
        form={form}
        submit={asksAnew ? t.correctAnew : t.save}
        isPending={correct.isPending}
        meanwhile={{ read, fields }}
        onSubmit={(draft) =>
          correct.mutate(
            { etag: version.current, identity: identityOf(draft) },
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
