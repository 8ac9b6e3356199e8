import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Job, JobState } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { Button } from '../../../ui/Button';
import { Time } from '../../../ui/data/Time';
import { Empty } from '../../../ui/feedback/Empty';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import { Chips } from '../../../ui/list/Chips';
import { type Column, Table } from '../../../ui/list/Table';
import { TableSkeleton } from '../../../ui/list/TableSkeleton';
import { WidePage } from '../../../ui/WidePage';
import styles from './administration.module.css';
import { jobsQuery, useRetryJob } from './api';
import type { JobsSearch } from './search';
import { administrationWords } from './words';

/** Work in the background; first of all what gave up and waits for a person. */
export function JobsPage({ search }: { search: JobsSearch }) {
  const t = useWords(administrationWords);
  const format = useFormat();
  const navigate = useNavigate();
  const state = search.state ?? 'dead';
  const { data, error, isPending, refetch } = useQuery(jobsQuery(state));
  const columns: Column<Job>[] = [
    { key: 'kind', head: t.job, cell: ({ kind }) => t.jobKind[kind] },
    { key: 'created', head: t.createdAt, cell: ({ created_at }) => <Time at={created_at} /> },
    { key: 'run', head: t.runsAt, cell: ({ run_at }) => <Time at={run_at} />, isExtra: true },
    { key: 'attempts', head: t.attempts, cell: ({ attempts }) => attempts, isNumber: true },
    {
      key: 'error',
      head: t.lastError,
      cell: ({ last_error: last }) => <span className={styles.failure}>{last ?? t.noError}</span>,
    },
  ];
  if (state === 'dead') {
    columns.push({ key: 'retry', head: t.toDo, cell: (job) => <Retry job={job} /> });
  }
  useTitle(t.jobs);
  return (
    <WidePage title={t.jobs} lead={t.jobsLead}>
      <Chips
        label={t.stateLabel}
        value={state}
        choices={(Object.keys(t.jobState) as JobState[]).map((value) => ({
          value,
          label: t.jobState[value],
        }))}
        onChange={(value) =>
          navigate({ to: '/admin/jobs', search: value === 'dead' ? {} : { state: value } })
        }
      />
      {error && <ErrorNote error={error} onRetry={refetch} />}
      {isPending && !error && <TableSkeleton />}
      <p role="status">{data && data.length > 0 && t.jobCount(format.number(data.length))}</p>
      {data?.length === 0 && (
        <Empty title={t.noJobs[state]}>{state === 'dead' && t.noDeadWhat}</Empty>
      )}
      {data && data.length > 0 && (
        <Table caption={t.jobs} columns={columns} rows={data} keyOf={({ id }) => id} />
      )}
    </WidePage>
  );
}

function Retry({ job }: { job: Job }) {
  const t = useWords(administrationWords);
  const retry = useRetryJob();
  return (
    <>
      <Button
        variant="secondary"
        isPending={retry.isPending}
        onClick={() => retry.mutate(job.id, { onSuccess: () => showToast({ text: t.retried }) })}
      >
        {t.retry}
      </Button>
      {retry.error && <ErrorNote error={retry.error} />}
    </>
  );
}
