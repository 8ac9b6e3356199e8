import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useRef } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { useShortcut, workingShortcuts } from './shortcuts';

afterEach(() => {
  cleanup();
  delete document.documentElement.dataset.singleKeys;
});

const done = vi.fn((_what: string) => {});
const said = () => done.mock.calls.splice(0).map(([what]) => what);

function Page({ hasStep = true, canUndo = true }) {
  useShortcut('nextStep', () => done('step'), { works: () => hasStep });
  useShortcut('undo', canUndo ? () => done('undo') : undefined);
  useShortcut('palette', () => done('palette'));
  useShortcut('firstRow', () => done('first'));
  return (
    <>
      <input aria-label="words" />
      <input type="checkbox" aria-label="tick" />
      <button type="button">outside</button>
      <List />
    </>
  );
}

function List() {
  const list = useRef<HTMLDivElement>(null);
  useShortcut('nextRow', () => done('next'), { within: list });
  return (
    <div ref={list}>
      <button type="button">inside</button>
    </div>
  );
}

const focus = (name: string) => screen.getByRole('button', { name }).focus();

test('the list names what works, in its order, and nothing that is gone', () => {
  const { rerender, unmount } = render(<Page />);
  expect(workingShortcuts()).toEqual(['nextStep', 'firstRow', 'nextRow', 'undo', 'palette']);
  rerender(<Page hasStep={false} canUndo={false} />);
  expect(workingShortcuts()).toEqual(['firstRow', 'nextRow', 'palette']);
  unmount();
  expect(workingShortcuts()).toEqual([]);
});

test('a key goes to the innermost that knows it', async () => {
  render(<Page />);
  focus('inside');
  await userEvent.keyboard('j');
  expect(said()).toEqual(['next']);
  focus('outside');
  await userEvent.keyboard('j');
  expect(said()).toEqual(['first']);
});

test('who types gets letters', async () => {
  render(<Page />);
  screen.getByLabelText<HTMLInputElement>('words').focus();
  await userEvent.keyboard('nj{Control>}zk{/Control}');
  expect(said()).toEqual(['palette']);
  expect(screen.getByLabelText<HTMLInputElement>('words').value).toContain('nj');
  screen.getByLabelText('tick').focus();
  await userEvent.keyboard('n');
  expect(said()).toEqual(['step']);
});

test('with Ctrl, Alt or Shift a letter is another shortcut', async () => {
  render(<Page />);
  await userEvent.keyboard('{Control>}n{/Control}{Alt>}n{/Alt}{Shift>}N{/Shift}');
  await userEvent.keyboard('{Control>}{Shift>}Z{/Shift}{/Control}zk');
  expect(said()).toEqual([]);
});

test('turned off, only those with Ctrl are left', async () => {
  render(<Page />);
  document.documentElement.dataset.singleKeys = 'off';
  focus('inside');
  await userEvent.keyboard('nj{Control>}z{/Control}');
  expect(said()).toEqual(['undo']);
});
