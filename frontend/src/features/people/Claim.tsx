import { useState } from 'react';
import { newKey } from '../../api/client';
import { useWords } from '../../i18n/locale';
import { Card } from '../../ui/Card';
import { showToast } from '../../ui/feedback/toast';
import { Check } from '../../ui/form/Check';
import { Form } from '../../ui/form/Form';
import { TextField } from '../../ui/form/TextField';
import { useForm } from '../../ui/form/useForm';
import { useClaim } from './api';
import { fileWords } from './file/words';

/** Takes over the file that a station made. Who has one of their own says whether it gives way. */
export function Claim({ hasOwn }: { hasOwn: boolean }) {
  const t = useWords(fileWords);
  const claim = useClaim();
  const [key, setKey] = useState(newKey);
  const form = useForm({
    initial: { code: '', replace: false },
    check: ({ code }) => ({ code: code.trim() ? undefined : t.codeLacks }),
    refusal: claim.error,
  });
  return (
    <Card>
      <h2>{t.claim}</h2>
      <p>{t.claimWhat}</p>
      <Form
        form={form}
        submit={t.claimSubmit}
        refusedTitle={t.claimFailed}
        isPending={claim.isPending}
        onSubmit={({ code, replace }) =>
          claim.mutate(
            { code: code.trim(), replace, key },
            {
              onSuccess: () => showToast({ text: t.claimed }),
              // Another code is another request.
              onError: () => setKey(newKey()),
            },
          )
        }
      >
        <TextField label={t.code} autoComplete="off" maxLength={40} {...form.field('code')} />
        {hasOwn && (
          <Check
            label={t.claimReplace}
            hint={t.claimReplaceWhat}
            checked={form.values.replace}
            onChange={(replace) => form.set({ replace })}
          />
        )}
      </Form>
    </Card>
  );
}
