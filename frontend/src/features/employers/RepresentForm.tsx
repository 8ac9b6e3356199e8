import { useState } from 'react';
import { newKey } from '../../api/client';
import { useWords } from '../../i18n/locale';
import { showToast } from '../../ui/feedback/toast';
import { Form } from '../../ui/form/Form';
import { useForm } from '../../ui/form/useForm';
import { CreditCodeField } from './CreditCodeField';
import { useAskToRepresent } from './verify/api';
import { plainCode } from './verify/creditCode';
import { verifyWords } from './verify/words';

/** Asks to speak for an organisation that is registered already. */
export function RepresentForm({ onDone }: { onDone: () => void }) {
  const t = useWords(verifyWords);
  const [key] = useState(newKey);
  const ask = useAskToRepresent();
  const form = useForm({
    initial: { credit_code: '' },
    check: ({ credit_code }) => ({ credit_code: credit_code.trim() ? undefined : t.lacks.code }),
    refusal: ask.error,
  });
  return (
    <Form
      form={form}
      submit={t.ask}
      isPending={ask.isPending}
      onSubmit={({ credit_code }) =>
        ask.mutate(
          { credit_code: plainCode(credit_code), key },
          {
            onSuccess: () => {
              showToast({ text: t.asked });
              onDone();
            },
          },
        )
      }
    >
      <CreditCodeField {...form.field('credit_code')} />
    </Form>
  );
}
