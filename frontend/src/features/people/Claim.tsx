import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { newKey } from '../../api/client';
import { useWords } from '../../i18n/locale';
import { ApiError } from '../../lib/ApiError';
import { Card } from '../../ui/Card';
import { showToast } from '../../ui/feedback/toast';
import { Check } from '../../ui/form/Check';
import { Form } from '../../ui/form/Form';
import { TextField } from '../../ui/form/TextField';
import { useForm } from '../../ui/form/useForm';
import { useClaim } from './api';
import { fileWords } from './file/words';

/** Takes over the file that a station made. Who has one of their own says whether it gives way. */
interface Props {
  hasOwn: boolean;
}

export function Claim({ hasOwn }: Props) {
  const t = useWords(fileWords);
  const navigate = useNavigate();
  const claim = useClaim(() => {
    showToast({ text: t.claimed });
    navigate({ to: '/me/profile' });
  });
  const [key, setKey] = useState(newKey);
  const refusal = useRefusalAtField(claim.error);
  const form = useForm({
    initial: { code: '', tail: '', replace: false },
    check: ({ code, tail }) => ({
      code: code.trim() ? undefined : t.codeLacks,
      tail: /^(.{4})?$/.test(tail.trim()) ? undefined : t.tailWrong,
    }),
    refusal,
  });
  const mustReplace = form.field('replace').error;
  return (
    <Card>
      <p>{t.claimWhat}</p>
      <Form
        form={form}
        submit={t.claimSubmit}
        refusedTitle={t.claimFailed}
        isPending={claim.isPending}
        onSubmit={({ code, tail, replace }) =>
          claim.mutate(
            { code: code.trim(), id_number_tail: tail.trim() || null, replace, key },
            {
              // Another code is another request.
              onError: () => setKey(newKey()),
            },
          )
        }
      >
        <TextField
          label={t.code}
          hint={t.codeHint}
          autoComplete="off"
          maxLength={40}
          {...form.field('code')}
        />
        <TextField
          label={t.tail}
          hint={t.tailHint}
          autoComplete="off"
          maxLength={4}
          {...form.field('tail')}
        />
        {(hasOwn || mustReplace || form.values.replace) && (
          <Check
            id={form.field('replace').id}
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

/** A wrong code, and a profile in the way, are said at the field by which one goes on. */
function useRefusalAtField(error: unknown) {
  const t = useWords(fileWords);
  return useMemo(() => {
    if (!(error instanceof ApiError)) return error;
    const { status, code, problem } = error;
    const at = (pointer: string, detail: string) =>
      new ApiError(status, { ...problem, errors: [{ pointer, code, detail }] });
    if (code === 'wrong_code') return at('/code', t.wrongCode);
    // With a detail it says why this one cannot give way.
    if (code === 'already_has_profile' && !problem.detail) return at('/replace', t.replaceFirst);
    return error;
  }, [error, t]);
}
