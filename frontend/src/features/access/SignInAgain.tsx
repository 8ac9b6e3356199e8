import { useState } from 'react';
import { useSession } from '../../api/session';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { Form } from '../../ui/form/Form';
import { TextField } from '../../ui/form/TextField';
import { useForm } from '../../ui/form/useForm';
import { Dialog } from '../../ui/overlay/Dialog';
import { signIn, useSignInAgain } from './api';
import { DemoRoles } from './DemoRoles';
import { accessWords } from './words';

interface Props {
  /** True when signed in again, false when given up. */
  onAnswer: (isBack: boolean) => void;
}

/** Over the page, when the session ended while it was open; what was typed below it stays. */
export default function SignInAgain({ onAnswer }: Props) {
  const t = useWords(accessWords);
  const session = useSession();
  const start = useSignInAgain();
  // Who was here a moment ago; the server may already say nobody.
  const [name] = useState(session?.account?.name);
  const form = useForm({
    initial: { identifier: '', password: '' },
    check: ({ identifier, password }) => ({
      identifier: identifier.trim() ? undefined : t.identifierLacks,
      password: password ? undefined : t.passwordLacks,
    }),
    refusal: start.error,
  });
  const back = { onSuccess: () => onAnswer(true) };
  return (
    <Dialog title={t.againTitle} onClose={() => onAnswer(false)}>
      <p>{t.again(name)}</p>
      <Form
        form={form}
        submit={t.submit}
        refusedTitle={t.failed}
        isPending={start.isPending}
        onSubmit={({ identifier, password }) =>
          start.mutate(() => signIn(identifier.trim(), password), back)
        }
        beside={
          <Button variant="quiet" onClick={() => onAnswer(false)}>
            {t.notAgain}
          </Button>
        }
      >
        <TextField
          label={t.identifier}
          name="identifier"
          autoComplete="username"
          {...form.field('identifier')}
        />
        <TextField
          label={t.password}
          name="password"
          type="password"
          autoComplete="current-password"
          {...form.field('password')}
        />
      </Form>
      {session?.world === 'demo' && <DemoRoles onChoose={(enter) => start.mutate(enter, back)} />}
    </Dialog>
  );
}
