import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { Card } from '../../ui/Card';
import { showToast } from '../../ui/feedback/toast';
import { Form } from '../../ui/form/Form';
import { TextField } from '../../ui/form/TextField';
import { useForm } from '../../ui/form/useForm';
import { Page } from '../../ui/Page';
import { PASSWORD_MIN, resetPassword } from './api';
import { resetWords } from './reset/words';
import styles from './SignInPage.module.css';
import { accessWords } from './words';

/** A forgotten password: a station hands out a code to whoever shows who they are. */
export function ResetPage({ onReset }: { onReset: () => void }) {
  const t = useWords(accessWords);
  const own = useWords(resetWords);
  const reset = useMutation({ mutationFn: resetPassword });
  useTitle(own.reset);
  const form = useForm({
    initial: { identifier: '', code: '', new: '' },
    check: ({ identifier, code, new: password }) => ({
      identifier: identifier.trim() ? undefined : t.identifierLacks,
      code: code.trim() ? undefined : own.codeLacks,
      new: password.length >= PASSWORD_MIN ? undefined : t.wrong.password,
    }),
    refusal: reset.error,
  });
  return (
    <Page title={own.reset}>
      <Card>
        <h2>{own.resetHow}</h2>
        <p>{own.resetSteps}</p>
        <p>
          <Link to="/stations" className={styles.other}>
            {own.toStations}
          </Link>
        </p>
      </Card>
      <Card>
        <Form
          form={form}
          submit={own.resetSubmit}
          refusedTitle={own.resetFailed}
          isPending={reset.isPending}
          onSubmit={({ identifier, code, new: password }) =>
            reset.mutate(
              { identifier: identifier.trim(), code: code.trim(), new: password },
              {
                onSuccess: () => {
                  showToast({ text: own.resetDone });
                  onReset();
                },
              },
            )
          }
        >
          <TextField label={t.identifier} autoComplete="username" {...form.field('identifier')} />
          <TextField
            label={own.code}
            hint={own.codeHint}
            autoComplete="one-time-code"
            {...form.field('code')}
          />
          <TextField
            label={t.newPassword}
            hint={t.newPasswordHint}
            type="password"
            autoComplete="new-password"
            {...form.field('new')}
          />
        </Form>
      </Card>
    </Page>
  );
}
