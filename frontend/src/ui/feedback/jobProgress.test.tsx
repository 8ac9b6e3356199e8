import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../lib/ApiError';
import { JobProgress } from './JobProgress';

afterEach(cleanup);

test('says how far it is, how long it took, and can be stopped', async () => {
  const onCancel = vi.fn();
  render(
    <JobProgress
      label="Import"
      state="running"
      step="checking"
      done={5}
      total={20}
      elapsedSeconds={125}
      onCancel={onCancel}
    />,
  );
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('5');
  expect(screen.getByRole('status').textContent).toContain('checking · 已用 2 分钟');
  await userEvent.click(screen.getByRole('button', { name: '停止办理' }));
  expect(onCancel).toHaveBeenCalledOnce();
});

test('while it waits nobody knows how far it is', () => {
  render(<JobProgress label="Import" state="waiting" done={0} total={20} />);
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

test('its end has the result, its failure a second try', async () => {
  const onRetry = vi.fn();
  render(<JobProgress label="Import" state="done" done={20} result={<a href="/x">rows</a>} />);
  expect(screen.getByRole('link', { name: 'rows' })).toBeTruthy();
  cleanup();
  const error = new ApiError(0, { code: 'unreachable' });
  render(<JobProgress label="Import" state="failed" done={3} error={error} onRetry={onRetry} />);
  await userEvent.click(screen.getByRole('button', { name: '再试一次' }));
  expect(onRetry).toHaveBeenCalledOnce();
});
