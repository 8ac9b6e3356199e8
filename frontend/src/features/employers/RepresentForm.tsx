import { useState } from 'react';
import { newKey } from '../../api/client';
import { useWords } from '../../i18n/locale';
import { ApiError } from '../../lib/ApiError';
import { ButtonLink } from '../../ui/Button';
import { Banner } from '../../ui/feedback/Banner';
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
  const known = refusalOf(ask.error);
  const form = useForm({
    initial: { credit_code: '' },
    check: ({ credit_code }) => ({ credit_code: credit_code.trim() ? undefined : t.lacks.code }),
    refusal: known ? undefined : ask.error,
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
      {known && (
        <Banner tone="warn" title={t.notAsked[known]} isNews>
          {t.notAskedNext[known]}{' '}
          {known === 'not_found' ? (
            <ButtonLink to="/org/verify" search={{ form: 'register' }} variant="secondary">
              {t.register}
            </ButtonLink>
          ) : (
            <ButtonLink to="/org/verify" variant="secondary">
              {t.toVerification}
            </ButtonLink>
          )}
        </Banner>
      )}
      <CreditCodeField {...form.field('credit_code')} />
    </Form>
  );
}

/** Refusals that are about who is asked for, not about the form. */
function refusalOf(error: unknown): 'not_found' | 'conflict' | undefined {
  if (!(error instanceof ApiError)) return undefined;
  return error.code === 'not_found' || error.code === 'conflict' ? error.code : undefined;
}
