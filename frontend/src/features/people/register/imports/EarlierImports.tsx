import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Import } from '../../../../api/types';
import { useFormat } from '../../../../i18n/format';
import { useWords } from '../../../../i18n/locale';
import { Button } from '../../../../ui/Button';
import { Card } from '../../../../ui/Card';
import { Pill } from '../../../../ui/data/Pill';
import { Time } from '../../../../ui/data/Time';
import { Banner } from '../../../../ui/feedback/Banner';
import { ErrorNote } from '../../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../../ui/feedback/Skeleton';
import { importsQuery, useUndoImport } from './api';
import styles from './imports.module.css';
import { importWords } from './words';

const UNDO_MS = 24 * 60 * 60 * 1000;

/** One's own imports; each can be taken back for a day. */
export function EarlierImports() {
  const t = useWords(importWords);
  const { data, error, refetch } = useQuery(importsQuery);
  const undo = useUndoImport();
  return (
    <Card>
      <h2>{t.earlier}</h2>
      {error && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton cards={1} />}
      {data?.length === 0 && <p className={styles.note}>{t.noEarlier}</p>}
      {undo.error && <ErrorNote error={undo.error} title={t.notUndone} />}
      {undo.data && (
        <Banner tone="success" isNews title={t.undone(undo.data.removed)}>
          {undo.data.kept.length > 0 && (
            <>
              <p>{t.kept(undo.data.kept.length)}</p>
              {undo.data.kept.map(({ id }, index) => (
                <p key={id}>
                  <Link to="/people/$id" params={{ id }}>
                    {t.keptOne(index + 1)}
                  </Link>
                </p>
              ))}
            </>
          )}
        </Banner>
      )}
      {data?.map((one) => (
        <OneImport
          key={one.id}
          one={one}
          isPending={undo.isPending && undo.variables === one.id}
          onUndo={() => undo.mutate(one.id)}
        />
      ))}
    </Card>
  );
}

interface OneProps {
  one: Import;
  isPending: boolean;
  onUndo: () => void;
}

function OneImport({ one, isPending, onUndo }: OneProps) {
  const t = useWords(importWords);
  const format = useFormat();
  const isFresh = Date.now() - Date.parse(one.created_at) < UNDO_MS;
  return (
    <div className={styles.row}>
      <span>
        <strong>{one.file_name}</strong> {t.rows(format.number(one.accepted))}{' '}
        <Time at={one.created_at} />
      </span>
      {one.state === 'undone' ? (
        <Pill>{t.isUndone}</Pill>
      ) : isFresh ? (
        <Button variant="secondary" isPending={isPending} onClick={onUndo}>
          {t.undo}
        </Button>
      ) : (
        <span className={styles.note}>{t.tooLate}</span>
      )}
    </div>
  );
}
