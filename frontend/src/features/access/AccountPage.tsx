import { useSession } from '../../api/session';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { showToast } from '../../ui/feedback/toast';
import { Form } from '../../ui/form/Form';
import { TextField } from '../../ui/form/TextField';
import { useForm } from '../../ui/form/useForm';
import { Page } from '../../ui/Page';
import { accountWords } from './account/words';
import { PASSWORD_MIN, useChangePassword, useSignOut } from './api';
import { useWrongPassword } from './useWrongPassword';
import { accessWords } from './words';

interface Props {
  /** The session is over: by one's own wish, or since the password is another now. */
  onSignedOut: (why: 'signedOut' | 'newPassword') => void;
}

/** One's own account: another password, and the way out. */
export function AccountPage({ onSignedOut }: Props) {
  const t = useWords(accountWords);
  const session = useSession();
  const signOut = useSignOut();
  useTitle(t.title);
  return (
    <Page title={t.title} lead={t.lead(session?.account?.name ?? '')}>
      <Password onChanged={() => onSignedOut('newPassword')} />
      <Card>
        <h2>{t.signOut}</h2>
        <p>{t.signOutWhat}</p>
        <p>
          <Button
            variant="secondary"
            isPending={signOut.isPending}
            onClick={() => signOut.mutate(undefined, { onSettled: () => onSignedOut('signedOut') })}
          >
            {t.signOutNow}
          </Button>
        </p>
      </Card>
    </Page>
  );
}

function Password({ onChanged }: { onChanged: () => void }) {
  const t = useWords(accountWords);
  const access = useWords(accessWords);
  const change = useChangePassword();
  const form = useForm({
    initial: { identifier: '', old: '', new: '' },
    check: ({ identifier, old, new: password }) => ({
      identifier: identifier.trim() ? undefined : access.identifierLacks,
      old: old ? undefined : t.oldLacks,
      new: password.length >= PASSWORD_MIN ? undefined : access.wrong.password,
    }),
    refusal: useWrongPassword(change.error),
  });
  return (
    <Card>
      <h2>{t.password}</h2>
      <p>{t.passwordWhat}</p>
      <Form
        form={form}
        submit={t.change}
        refusedTitle={t.notChanged}
        isPending={change.isPending}
        onSubmit={({ identifier, ...passwords }) =>
          change.mutate(
            { identifier: identifier.trim(), ...passwords },
            {
              onSuccess: () => {
                showToast({ text: t.changed });
                onChanged();
              },
            },
          )
        }
      >
        <TextField
          label={access.identifier}
          hint={t.identifierHint}
          autoComplete="username"
          {...form.field('identifier')}
        />
        <TextField
          label={t.old}
          type="password"
          autoComplete="current-password"
          {...form.field('old')}
        />
        <TextField
          label={t.new}
          hint={access.newPasswordHint}
          type="password"
          autoComplete="new-password"
          {...form.field('new')}
        />
      </Form>
    </Card>
  );
}
