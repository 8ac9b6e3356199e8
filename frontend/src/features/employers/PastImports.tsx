import { useQuery } from '@tanstack/react-query';
import type { Import } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { Time } from '../../ui/data/Time';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { showToast } from '../../ui/feedback/toast';
import { PlainTable } from '../../ui/list/PlainTable';
import { importsQuery, useUndoImport } from './imports/api';
import { importWords } from './imports/words';
import styles from './PastImports.module.css';

const UNDO_MS = 24 * 3_600_000;

function mayUndo({ state, created_at }: Import): boolean {
  return state === 'committed' && Date.now() - Date.parse(created_at) < UNDO_MS;
}

/** What was imported before, and the way to take it back while that is possible. */
export function PastImports() {
  const t = useWords(importWords);
  const format = useFormat();
  const { data, error, refetch } = useQuery(importsQuery);
  const undo = useUndoImport();
  const takeBack = (id: string) =>
    undo.mutate(id, {
      onSuccess: ({ removed, kept }) => showToast({ text: t.undone(removed, kept.length) }),
    });
  return (
    <section className={styles.past}>
      <h2>{t.past}</h2>
      <p>{t.pastLead}</p>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {undo.error && <ErrorNote error={undo.error} title={t.notUndone} />}
      {!data && !error && <Skeleton />}
      {data?.length === 0 && <p>{t.noPast}</p>}
      {data && data.length > 0 && (
        <PlainTable
          caption={t.past}
          rows={data}
          keyOf={({ id }) => id}
          columns={[
            { key: 'when', head: t.when, cell: ({ created_at }) => <Time at={created_at} /> },
            { key: 'name', head: t.name, cell: ({ file_name }) => file_name },
            {
              key: 'brought',
              head: t.brought,
              isNumber: true,
              cell: ({ accepted }) => t.rows(format.number(accepted)),
            },
            { key: 'state', head: t.state, cell: ({ state }) => t.states[state] },
            {
              key: 'act',
              head: t.act,
              cell: (one) =>
                mayUndo(one) && (
                  <Button
                    variant="quiet"
                    isPending={undo.isPending}
                    onClick={() => takeBack(one.id)}
                  >
                    {t.undo}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </section>
  );
}
