import type { ReactNode } from 'react';
import { useWords } from '../../i18n/locale';
import { Button } from '../Button';
import { uiWords } from '../words';
import { Banner } from './Banner';
import { ErrorNote } from './ErrorNote';
import { Progress } from './Progress';

interface Props {
  /** What is being done: “正在导入 1,284 行”. */
  label: string;
  state: 'waiting' | 'running' | 'done' | 'failed';
  /** Where it is: “正在核对身份证号”. */
  step?: string | undefined;
  done: number;
  total?: number | undefined;
  /** Seconds since it began. */
  elapsedSeconds?: number | undefined;
  /** Once it is done: where the result is, and a file. */
  result?: ReactNode;
  error?: unknown;
  onRetry?: () => void;
  /** Left out where it cannot be stopped any more. */
  onCancel?: () => void;
}

/** Long work on the server. One may leave: it goes on, and its end is said in the list of notices. */
export function JobProgress(props: Props) {
  const { label, state, step, done, total, elapsedSeconds, result, error, onRetry, onCancel } =
    props;
  const t = useWords(uiWords);
  if (state === 'failed') {
    return <ErrorNote title={t.jobFailed(label)} error={error} {...(onRetry && { onRetry })} />;
  }
  if (state === 'done') {
    return (
      <Banner tone="success" title={t.jobDone(label)}>
        {result}
      </Banner>
    );
  }
  const said = [
    state === 'waiting' ? t.jobWaits : step,
    elapsedSeconds !== undefined && t.jobElapsed(elapsedSeconds),
    t.jobLeave,
  ];
  return (
    <div role="status" aria-label={label}>
      <Progress
        label={label}
        done={done}
        total={state === 'waiting' ? undefined : total}
        note={said.filter(Boolean).join(' · ')}
      />
      {onCancel && (
        <p>
          <Button variant="secondary" onClick={onCancel}>
            {t.jobCancel}
          </Button>
        </p>
      )}
    </div>
  );
}
