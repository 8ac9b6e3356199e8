import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';
import { ToastPlace } from './ToastPlace';
import { currentToasts, endToast, showToast } from './toast';

afterEach(() => {
  cleanup();
  for (const toast of currentToasts()) endToast(toast);
  vi.useRealTimers();
});

const undo = () => screen.findByRole('button', { name: '撤销', hidden: true });

test('what can be taken back is taken back, and then not sent', async () => {
  const [onUndo, onEnd] = [vi.fn(), vi.fn()];
  render(<ToastPlace />);
  act(() => showToast({ text: '已移到面试', onUndo, onEnd }));
  expect(screen.getAllByText('已移到面试').length).toBeGreaterThan(0);
  await userEvent.click(await undo());
  expect(onUndo).toHaveBeenCalledOnce();
  expect(onEnd).not.toHaveBeenCalled();
  expect(currentToasts()).toEqual([]);
});

test('Ctrl+Z takes back the last one, but not while somebody types', async () => {
  const onUndo = vi.fn();
  render(
    <>
      <input aria-label="note" />
      <ToastPlace />
    </>,
  );
  act(() => showToast({ text: '已撤回', onUndo }));
  await undo();
  screen.getByLabelText('note').focus();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(onUndo).not.toHaveBeenCalled();
  screen.getByLabelText('note').blur();
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(onUndo).toHaveBeenCalledOnce();
});

test('its time over, it is really done', async () => {
  const onEnd = vi.fn();
  render(<ToastPlace />);
  act(() => showToast({ text: '已发送', onEnd, seconds: 1 }));
  await vi.waitFor(() => expect(onEnd).toHaveBeenCalledOnce(), { timeout: 4000 });
});
