import { useState } from 'react';
import { useWords } from '../../../i18n/locale';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { TextField } from '../../../ui/form/TextField';
import { AccountPanel } from './AccountPanel';
import styles from './administration.module.css';
import { useLookUpAccount } from './api';
import { administrationWords } from './words';

/** Finds the account of somebody who says what they sign in with. */
export function AccountLookUp() {
  const t = useWords(administrationWords);
  const look = useLookUpAccount();
  const [typed, setTyped] = useState('');
  const found = look.data;
  return (
    <Card>
      <form
        className={styles.lookup}
        onSubmit={(event) => {
          event.preventDefault();
          if (typed.trim()) look.mutate(typed.trim());
        }}
      >
        <TextField
          label={t.lookup}
          hint={t.lookupHint}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          maxLength={254}
        />
        <Button type="submit" isPending={look.isPending}>
          {t.lookupDo}
        </Button>
      </form>
      {look.error && <ErrorNote error={look.error} />}
      <div role="status">{found?.length === 0 && t.lookupNobody}</div>
      {found?.map((account) => (
        <section key={account.id}>
          <h2>{account.name}</h2>
          <AccountPanel account={account} onChanged={() => look.mutate(typed.trim())} />
        </section>
      ))}
    </Card>
  );
}
