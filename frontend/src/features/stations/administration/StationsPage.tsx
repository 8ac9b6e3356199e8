import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Station } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { Button } from '../../../ui/Button';
import { Empty } from '../../../ui/feedback/Empty';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import { ExportButton } from '../../../ui/list/ExportButton';
import { type Column, Table } from '../../../ui/list/Table';
import { TableSkeleton } from '../../../ui/list/TableSkeleton';
import { WidePage } from '../../../ui/WidePage';
import { exportStations, stationsQuery, useRemoveStation } from './api';
import { StationForm } from './StationForm';
import styles from './StationsTable.module.css';
import { stationWords } from './words';

/** The stations that citizens are sent to; what stands here is public. */
export function StationsPage() {
  const t = useWords(stationWords);
  const format = useFormat();
  const { data, error, isPending, refetch } = useQuery(stationsQuery);
  const remove = useRemoveStation();
  const [edited, setEdited] = useState<Station | 'new'>();
  // Taken off the list on the screen; the server hears of it when the time to think is over.
  const [leaving, setLeaving] = useState<readonly string[]>([]);
  const stations = data?.filter(({ id }) => !leaving.includes(id));
  useTitle(t.title);

  function press({ id, name }: Station) {
    const stay = () => setLeaving((ids) => ids.filter((one) => one !== id));
    setLeaving((ids) => [...ids, id]);
    showToast({
      text: t.removed(name),
      onUndo: stay,
      onEnd: () => remove.mutate(id, { onError: stay }),
    });
  }

  const columns: Column<Station>[] = [
    { key: 'name', head: t.name, cell: ({ name }) => name },
    { key: 'kind', head: t.kindLabel, cell: ({ kind }) => t.kind[kind], isExtra: true },
    { key: 'address', head: t.address, cell: ({ address }) => address },
    { key: 'phone', head: t.phone, cell: ({ phone }) => phone },
    { key: 'hours', head: t.hours, cell: ({ hours }) => hours },
    {
      key: 'do',
      head: t.toDo,
      cell: (station) => (
        <span className={styles.buttons}>
          <Button variant="quiet" onClick={() => setEdited(station)}>
            {t.change}
          </Button>
          <Button variant="quiet" onClick={() => press(station)}>
            {t.remove}
          </Button>
        </span>
      ),
    },
  ];
  return (
    <WidePage
      title={t.title}
      lead={t.lead}
      actions={<Button onClick={() => setEdited('new')}>{t.add}</Button>}
    >
      {error && <ErrorNote error={error} onRetry={refetch} />}
      {remove.error && <ErrorNote error={remove.error} title={t.notRemoved} />}
      {isPending && !error && <TableSkeleton />}
      <div className={styles.head}>
        <p role="status">{stations && t.count(format.number(stations.length))}</p>
        {stations && stations.length > 0 && (
          <ExportButton
            total={stations.length}
            onExport={() => exportStations(`${t.title}.xlsx`)}
          />
        )}
      </div>
      {stations?.length === 0 && <Empty title={t.empty}>{t.emptyWhat}</Empty>}
      {stations && stations.length > 0 && (
        <Table caption={t.title} columns={columns} rows={stations} keyOf={({ id }) => id} />
      )}
      {edited && (
        <StationForm
          station={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </WidePage>
  );
}
