import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../api/session';
import type { Session } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { useSentence } from '../../ui/feedback/ErrorNote';
import { TextField } from '../../ui/form/TextField';
import { Page } from '../../ui/Page';
import { signIn, useSignIn } from './api';
import { DemoRoles } from './DemoRoles';
import styles from './SignInPage.module.css';
import { accessWords } from './words';

export function SignInPage({ onSignedIn }: { onSignedIn: (session: Session) => void }) {
  const t = useWords(accessWords);
  const session = useSession();
  const start = useSignIn();
  const sentence = useSentence(start.error);
  const [identifier, setIdentifier] = useState('');
  const [password, setPassword] = useState('');
  useTitle(t.title);

  return (
    <Page title={t.title} lead={t.lead}>
      {start.error && (
        <div className={styles.failed} role="alert">
          <strong>{t.failed}</strong>
          <p>{sentence}</p>
        </div>
      )}
      <Card>
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault();
            start.mutate(() => signIn(identifier.trim(), password), { onSuccess: onSignedIn });
          }}
        >
          <TextField
            name="identifier"
            label={t.identifier}
            value={identifier}
            onChange={setIdentifier}
            autoComplete="username"
            isRequired
          />
          <TextField
            name="password"
            type="password"
            label={t.password}
            value={password}
            onChange={setPassword}
            autoComplete="current-password"
            isRequired
          />
          <Button type="submit" isPending={start.isPending}>
            {t.submit}
          </Button>
        </form>
        <p className={styles.help}>
          <Link to="/reset" className={styles.other}>
            {t.forgot}
          </Link>
        </p>
        <p className={styles.help}>
          {t.noAccount}{' '}
          <Link to="/sign-up" className={styles.other}>
            {t.toSignUp}
          </Link>
        </p>
      </Card>
      {session?.world === 'demo' && (
        <DemoRoles onChoose={(enter) => start.mutate(enter, { onSuccess: onSignedIn })} />
      )}
    </Page>
  );
}
