import { useState } from 'react';
import type { SpecialityChange, SpecialityRecord } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Time } from '../../ui/data/Time';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { showToast } from '../../ui/feedback/toast';
import { Form } from '../../ui/form/Form';
import { TextArea } from '../../ui/form/TextArea';
import { useForm } from '../../ui/form/useForm';
import { Dialog } from '../../ui/overlay/Dialog';
import { useDecide, useWithdraw } from './api';
import { DifferenceView } from './DifferenceView';
import { FamilyView } from './FamilyView';
import styles from './specialities.module.css';
import { specialityWords } from './words';

interface Props {
  record: SpecialityRecord;
  change: SpecialityChange;
}

/** A change that waits: what it would do, and the verdict of somebody other than its author. */
export function Review({ record, change }: Props) {
  const t = useWords(specialityWords);
  const decide = useDecide(change.id);
  const withdraw = useWithdraw(change.id);
  const [isRefusing, setRefusing] = useState(false);
  const { family, kind, own, source } = change;
  const accept = () =>
    decide.mutate(
      { accept: true, note: '' },
      { onSuccess: () => showToast({ text: t.accepted(family.name) }) },
    );
  return (
    <Card>
      <section className={styles.section}>
        <h2>{t.review}</h2>
        <p className={styles.note}>
          {t.by(change.written_by)} <Time at={change.written_at} isFull />
        </p>
        <p>{t.because(source)}</p>
        {kind === 'set_aside' && <p>{t.goesAside}</p>}
        {kind === 'edit' && record.in_force && (
          <DifferenceView now={record.in_force} then={family} />
        )}
        {kind === 'edit' && !record.in_force && <FamilyView family={family} />}
        <p className={styles.note}>{own ? t.ownNote : t.reviewLead}</p>
        {own ? (
          <Button
            variant="secondary"
            isPending={withdraw.isPending}
            onClick={() =>
              withdraw.mutate(undefined, { onSuccess: () => showToast({ text: t.withdrawn }) })
            }
          >
            {t.withdraw}
          </Button>
        ) : (
          <div className={styles.buttons}>
            <Button isPending={decide.isPending} onClick={accept}>
              {t.accept}
            </Button>
            <Button variant="secondary" onClick={() => setRefusing(true)}>
              {t.refuse}
            </Button>
          </div>
        )}
        {decide.error && !isRefusing && <ErrorNote error={decide.error} title={t.notDone} />}
        {withdraw.error && <ErrorNote error={withdraw.error} title={t.notDone} />}
      </section>
      {isRefusing && <Refuse change={change} onClose={() => setRefusing(false)} />}
    </Card>
  );
}

/** Why not; the author reads it. */
function Refuse({ change, onClose }: { change: SpecialityChange; onClose: () => void }) {
  const t = useWords(specialityWords);
  const decide = useDecide(change.id);
  const form = useForm({
    initial: { note: '' },
    check: ({ note }) => ({ note: note.trim().length > 1 ? undefined : t.noteLacks }),
    refusal: decide.error,
  });
  return (
    <Dialog title={t.refuseTitle(change.family.name)} onClose={onClose}>
      <p>{t.refuseEffect}</p>
      <Form
        form={form}
        submit={t.refuse}
        isPending={decide.isPending}
        onSubmit={({ note }) =>
          decide.mutate(
            { accept: false, note },
            {
              onSuccess: () => {
                showToast({ text: t.refused });
                onClose();
              },
            },
          )
        }
      >
        <TextArea label={t.note} hint={t.noteHint} maxLength={200} {...form.field('note')} />
      </Form>
    </Dialog>
  );
}
