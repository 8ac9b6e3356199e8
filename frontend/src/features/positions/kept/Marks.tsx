import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DismissReason } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Button } from '../../../ui/Button';
import { Pill } from '../../../ui/data/Pill';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import { Dialog } from '../../../ui/overlay/Dialog';
import styles from '../PositionPage.module.css';
import { positionWords } from '../words';
import { dismissedQuery, savedQuery, useMark } from './api';

/** Keeps a position, or puts it away for a reason; either can be taken back. */
export function Marks({ positionId }: { positionId: string }) {
  const t = useWords(positionWords);
  const { data: saved } = useQuery(savedQuery);
  const { data: dismissed } = useQuery(dismissedQuery);
  const mark = useMark(positionId);
  const [asks, setAsks] = useState(false);
  const isSaved = saved?.some((one) => one.position.id === positionId) ?? false;
  const away = dismissed?.find((one) => one.position.id === positionId);

  function putAway(reason: DismissReason) {
    setAsks(false);
    mark.mutate(
      { kind: 'dismissed', isOn: true, reason },
      {
        onSuccess: () =>
          showToast({
            text: t.dismissedSaid,
            onUndo: () => mark.mutate({ kind: 'dismissed', isOn: false }),
          }),
      },
    );
  }

  return (
    <>
      <div className={styles.marks}>
        <Button
          variant="secondary"
          aria-pressed={isSaved}
          onClick={() => mark.mutate({ kind: 'saved', isOn: !isSaved })}
        >
          {isSaved ? t.saved : t.save}
        </Button>
        {away ? (
          <Button
            variant="secondary"
            onClick={() => mark.mutate({ kind: 'dismissed', isOn: false })}
          >
            {t.restore}
          </Button>
        ) : (
          <Button variant="quiet" aria-haspopup="dialog" onClick={() => setAsks(true)}>
            {t.dismiss}
          </Button>
        )}
        {away?.reason && <Pill>{t.reason[away.reason]}</Pill>}
      </div>
      {mark.error && <ErrorNote error={mark.error} />}
      {asks && (
        <Dialog title={t.dismissWhy} onClose={() => setAsks(false)}>
          <p>{t.dismissWhat}</p>
          <div className={styles.pills}>
            {(Object.keys(t.reason) as DismissReason[]).map((reason) => (
              <Button key={reason} variant="secondary" onClick={() => putAway(reason)}>
                {t.reason[reason]}
              </Button>
            ))}
          </div>
        </Dialog>
      )}
    </>
  );
}
