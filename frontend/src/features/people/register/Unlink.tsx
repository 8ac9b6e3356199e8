import { useState } from 'react';
import { useWords } from '../../../i18n/locale';
import { Button } from '../../../ui/Button';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Dialog } from '../../../ui/overlay/Dialog';
import { useUnlink } from './api';
import styles from './person.module.css';
import { registerWords } from './words';

interface Props {
  id: string;
  etag: string;
  name: string;
}

/** For a file that the wrong account took over. */
export function Unlink({ id, etag, name }: Props) {
  const t = useWords(registerWords);
  const unlink = useUnlink(id);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <h3>{t.unlink}</h3>
      <p className={styles.note}>{t.unlinkWhat}</p>
      <div>
        <Button variant="quiet" onClick={() => setAsking(true)}>
          {t.unlink}
        </Button>
      </div>
      {isAsking && (
        <Dialog
          title={t.unlinkAsk(name)}
          onClose={() => setAsking(false)}
          actions={
            <Button
              variant="danger"
              isPending={unlink.isPending}
              onClick={() => unlink.mutate(etag, { onSuccess: () => setAsking(false) })}
            >
              {t.unlink}
            </Button>
          }
        >
          <p>{t.unlinkEffect}</p>
          {unlink.error && <ErrorNote error={unlink.error} />}
        </Dialog>
      )}
    </>
  );
}
