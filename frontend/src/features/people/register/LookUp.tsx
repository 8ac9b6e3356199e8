import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Person } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { Button, ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Empty } from '../../../ui/feedback/Empty';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { TextField } from '../../../ui/form/TextField';
import { type Column, Table } from '../../../ui/list/Table';
import { lookupQuery, useLookUp } from './api';
import styles from './person.module.css';
import { registerWords } from './words';

/** Finds who stands at the counter, by what they say. The words go in a body, never into an address. */
export function LookUp({ columns }: { columns: readonly Column<Person>[] }) {
  const t = useWords(registerWords);
  const format = useFormat();
  const { data: found } = useQuery(lookupQuery);
  const look = useLookUp();
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string>();
  return (
    <Card>
      <div>
        <form
          className={styles.lookup}
          onSubmit={(event) => {
            event.preventDefault();
            const isEnough = typed.trim().length >= 2;
            setError(isEnough ? undefined : t.lookupLacks);
            if (isEnough) look.mutate(typed.trim());
          }}
        >
          <TextField
            id="lookup"
            label={t.lookup}
            hint={t.lookupHint}
            value={typed}
            onChange={setTyped}
            error={error}
            autoComplete="off"
            maxLength={40}
          />
          <Button type="submit" isPending={look.isPending}>
            {t.lookupDo}
          </Button>
        </form>
      </div>
      {look.error && <ErrorNote error={look.error} />}
      <p role="status">{found && t.lookupFound(format.number(found.total))}</p>
      {found && found.items.length > 0 && (
        <Table
          caption={t.lookupResults}
          columns={columns}
          rows={found.items}
          keyOf={({ id }) => id}
          linkOf={({ id }) => ({ to: '/people/$id', params: { id } })}
          isBusy={look.isPending}
        />
      )}
      {found?.items.length === 0 && (
        <Empty
          title={t.lookupNobody}
          actions={
            <ButtonLink to="/people/new" variant="secondary">
              {t.enter}
            </ButtonLink>
          }
        >
          {t.lookupAdvice}
        </Empty>
      )}
    </Card>
  );
}
