import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Weights } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { sharedWords } from '../../../i18n/words';
import { Button } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { Facts } from '../../../ui/data/Facts';
import { Pill } from '../../../ui/data/Pill';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { showToast } from '../../../ui/feedback/toast';
import { type PlainColumn, PlainTable } from '../../../ui/list/PlainTable';
import { Dialog } from '../../../ui/overlay/Dialog';
import { WidePage } from '../../../ui/WidePage';
import { useAccept, weightsQuery } from './api';
import styles from './WeightsPage.module.css';
import { weightsWords } from './words';

/** For system administrators: what the parts of a match weigh, what is proposed, and its acceptance. */
export function WeightsPage() {
  const t = useWords(weightsWords);
  const { data, error, isPending, refetch } = useQuery(weightsQuery);
  const [chosen, setChosen] = useState<number>();
  const inUse = data?.find((set) => set.is_in_use);
  useTitle(t.title);
  return (
    <WidePage title={t.title} lead={t.lead}>
      {error && <ErrorNote error={error} onRetry={refetch} />}
      {isPending && !error && <Skeleton />}
      {data?.map((set) => (
        <Card key={set.version}>
          <div className={styles.set}>
            <h2>
              {t.version(set.version)} <State set={set} />
            </h2>
            <Origin set={set} />
            <Parts set={set} inUse={inUse} />
            <ToDo set={set} onChoose={setChosen} />
          </div>
        </Card>
      ))}
      <Card>
        <h2>{t.howTitle}</h2>
        <p>{t.how}</p>
        <p className={styles.command}>
          muster weights propose --since YYYY-MM-DD --out weights.md --by ACCOUNT
        </p>
      </Card>
      {chosen !== undefined && <Accept version={chosen} onClose={() => setChosen(undefined)} />}
    </WidePage>
  );
}

function State({ set }: { set: Weights }) {
  const t = useWords(weightsWords);
  if (set.is_in_use) return <Pill tone="success">{t.inUse}</Pill>;
  const tone = set.state === 'proposed' ? 'info' : 'neutral';
  return <Pill tone={tone}>{t.stateOf[set.state]}</Pill>;
}

function Origin({ set: { proposal } }: { set: Weights }) {
  const t = useWords(weightsWords);
  const format = useFormat();
  if (!proposal) return <p className={styles.note}>{t.built}</p>;
  const { learnt_from: counts, accepted_at: accepted } = proposal;
  const facts = [
    counts && t.learnt(format.number(counts.people), format.number(counts.preferences)),
    t.proposed(proposal.proposed_by, format.moment(proposal.proposed_at)),
    accepted && t.accepted(proposal.accepted_by ?? '', format.moment(accepted)),
  ];
  return <Facts facts={facts.filter((fact) => typeof fact === 'string')} />;
}

/** The points of each part; beside them, for a set that is not in use, what would change. */
function Parts({ set, inUse }: { set: Weights; inUse: Weights | undefined }) {
  const t = useWords(weightsWords);
  const shared = useWords(sharedWords);
  type Row = Weights['parts'][number];
  const now = ({ part }: Row) => inUse?.parts.find((one) => one.part === part)?.weight ?? 0;
  const change = (row: Row) => {
    const by = row.weight - now(row);
    return by === 0 ? '' : by > 0 ? `+${by}` : `−${-by}`;
  };
  const columns: PlainColumn<Row>[] = [
    { key: 'part', head: t.part, cell: ({ part }) => shared.part[part] },
    { key: 'weight', head: t.weight, cell: ({ weight }) => weight, isNumber: true },
  ];
  if (!set.is_in_use) {
    columns.push({ key: 'now', head: t.inUse, cell: now, isNumber: true });
    columns.push({ key: 'change', head: t.change, cell: change, isNumber: true });
  }
  return (
    <PlainTable caption={t.parts} rows={set.parts} keyOf={({ part }) => part} columns={columns} />
  );
}

function ToDo({ set, onChoose }: { set: Weights; onChoose: (version: number) => void }) {
  const t = useWords(weightsWords);
  if (set.is_in_use) return null;
  if (set.proposal?.needs_another) return <p className={styles.note}>{t.needsAnother}</p>;
  return (
    <div>
      <Button onClick={() => onChoose(set.version)}>{t.accept}</Button>
    </div>
  );
}

function Accept({ version, onClose }: { version: number; onClose: () => void }) {
  const t = useWords(weightsWords);
  const accept = useAccept();
  const done = () => {
    showToast({ text: t.done(version) });
    onClose();
  };
  return (
    <Dialog
      title={t.acceptTitle(version)}
      onClose={onClose}
      actions={
        <>
          <Button
            isPending={accept.isPending}
            onClick={() => accept.mutate(version, { onSuccess: done })}
          >
            {t.accept}
          </Button>
          <Button variant="secondary" onClick={onClose}>
            {t.cancel}
          </Button>
        </>
      }
    >
      <p>{t.acceptWhat}</p>
      {accept.error && <ErrorNote error={accept.error} title={t.notAccepted} />}
    </Dialog>
  );
}
