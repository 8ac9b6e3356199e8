import { useState } from 'react';
import type { SpecialityChange, SpecialityRecord } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Pill, type Tone } from '../../ui/data/Pill';
import { Timeline } from '../../ui/data/Timeline';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { showToast } from '../../ui/feedback/toast';
import { Dialog } from '../../ui/overlay/Dialog';
import { useUndo } from './api';
import { FamilyView } from './FamilyView';
import styles from './specialities.module.css';
import { specialityWords } from './words';

const tones: Record<SpecialityChange['state'], Tone> = {
  waiting: 'warn',
  in_force: 'success',
  replaced: 'neutral',
  undone: 'neutral',
  refused: 'danger',
  withdrawn: 'neutral',
};

/** Every change of a family, newest first: who wrote it, on what it rests, who decided. */
export function History({ record }: { record: SpecialityRecord }) {
  const t = useWords(specialityWords);
  const [undoing, setUndoing] = useState<SpecialityChange>();
  const [shown, setShown] = useState<SpecialityChange>();
  const { changes } = record;
  return (
    <Card>
      <section className={styles.section}>
        <h2>{t.history}</h2>
        {changes.length === 0 && <p className={styles.note}>{t.noHistory}</p>}
        <Timeline
          events={changes.map((change) => ({
            key: change.id,
            at: change.decided_at ?? change.written_at,
            state: change.state === 'in_force' ? 'now' : 'done',
            title: <Title change={change} />,
            note: (
              <div className={styles.event}>
                <span>
                  {t.writtenBy(change.written_by)}
                  {change.decided_by && ` · ${t.decidedBy(change.decided_by)}`}
                </span>
                <span>{t.because(change.source)}</span>
                {change.note && <span>{t.noted(change.note)}</span>}
                <span className={styles.buttons}>
                  {change.kind === 'edit' && (
                    <Button variant="quiet" onClick={() => setShown(change)}>
                      {t.showVersion}
                    </Button>
                  )}
                  {change.state === 'in_force' && (
                    <Button variant="quiet" onClick={() => setUndoing(change)}>
                      {t.undo}
                    </Button>
                  )}
                </span>
              </div>
            ),
          }))}
        />
      </section>
      {shown && (
        <Dialog title={shown.family.name} onClose={() => setShown(undefined)} isWide>
          <FamilyView family={shown.family} source={shown.source} />
        </Dialog>
      )}
      {undoing && <Undo record={record} change={undoing} onClose={() => setUndoing(undefined)} />}
    </Card>
  );
}

function Title({ change }: { change: SpecialityChange }) {
  const t = useWords(specialityWords);
  const { kind, state, number } = change;
  return (
    <span className={styles.head}>
      {kind === 'set_aside' ? t.asideKind : t.correction}
      {number != null && ` · ${t.version(number)}`}
      <Pill tone={tones[state]}>{t.changeState[state]}</Pill>
    </span>
  );
}

interface UndoProps {
  record: SpecialityRecord;
  change: SpecialityChange;
  onClose: () => void;
}

/** Says what holds again, and does it. */
function Undo({ record, change, onClose }: UndoProps) {
  const t = useWords(specialityWords);
  const undo = useUndo(change.id);
  const before = record.changes
    .filter(({ state }) => state === 'replaced')
    .reduce((highest, { number }) => Math.max(highest, number ?? 0), 0);
  const nothing = record.built_in ? t.undoBuiltIn : t.undoNothing;
  return (
    <Dialog
      title={t.undoTitle}
      onClose={onClose}
      actions={
        <Button
          variant="danger"
          isPending={undo.isPending}
          onClick={() =>
            undo.mutate(undefined, {
              onSuccess: () => {
                showToast({ text: t.undone });
                onClose();
              },
            })
          }
        >
          {t.undo}
        </Button>
      }
    >
      <p>{before > 0 ? t.undoBack(before) : nothing}</p>
      {undo.error && <ErrorNote error={undo.error} title={t.notDone} />}
    </Dialog>
  );
}
