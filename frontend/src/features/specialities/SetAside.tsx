import { useState } from 'react';
import { newKey } from '../../api/client';
import { useWords } from '../../i18n/locale';
import { showToast } from '../../ui/feedback/toast';
import { Form } from '../../ui/form/Form';
import { TextArea } from '../../ui/form/TextArea';
import { useForm } from '../../ui/form/useForm';
import { Dialog } from '../../ui/overlay/Dialog';
import { usePropose } from './api';
import { specialityWords } from './words';

interface Props {
  code: string;
  name: string;
  onClose: () => void;
}

/** Proposes that no match reads a family any more. */
export function SetAside({ code, name, onClose }: Props) {
  const t = useWords(specialityWords);
  const propose = usePropose();
  const [key] = useState(newKey);
  const form = useForm({
    initial: { source: '' },
    check: ({ source }) => ({ source: source.trim().length > 3 ? undefined : t.lacks.source }),
    refusal: propose.error,
  });
  return (
    <Dialog title={t.setAsideTitle(name)} onClose={onClose}>
      <p>{t.setAsideEffect}</p>
      <Form
        form={form}
        submit={t.propose}
        isPending={propose.isPending}
        onSubmit={({ source }) =>
          propose.mutate(
            { key, input: { code, kind: 'set_aside', family: null, source: source.trim() } },
            {
              onSuccess: () => {
                showToast({ text: t.proposed });
                onClose();
              },
            },
          )
        }
      >
        <TextArea label={t.sourceLabel} maxLength={300} {...form.field('source')} />
      </Form>
    </Dialog>
  );
}
