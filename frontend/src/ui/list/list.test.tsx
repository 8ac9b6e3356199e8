import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiError } from '../../lib/ApiError';
import { KeptViewsContext } from './keptViews';
import { type ListAnswer, ListPage } from './ListPage';
import { type ListSearch, listSearch, viewOf } from './listSearch';

afterEach(cleanup);

test('an address keeps what is known and drops the rest', () => {
  const read = listSearch({ state: ['draft', 'open'], division: null });
  const address = { q: '张', state: 'gone', division: '330482', other: 'x', after: 7, sort: '' };
  expect(read(address)).toEqual({ q: '张', division: '330482' });
  expect(read({ state: 'open' })).toEqual({ state: 'open' });
});

test('order, page and open row make no other view', () => {
  const search: ListSearch = { sort: '-pay', after: 'x', sel: 'y' };
  expect(viewOf(search)).toBe(viewOf({}));
});

interface Row {
  id: string;
  name: string;
}
type Search = ListSearch & { state?: string | undefined };

const rows: Row[] = ['a', 'b', 'c'].map((id) => ({ id, name: `row ${id}` }));
const kept = [
  { id: '1', list: 'people', name: 'mine', query: 'state=open&sort=-name', created_at: '' },
  { id: '2', list: 'journal', name: 'other', query: 'state=open', created_at: '' },
] as const;
const full: ListAnswer<Row> = {
  data: { items: rows, total: 3, next: 'n' },
  error: null,
  isPending: false,
  refetch: () => {},
};

async function open(answer: ListAnswer<Row>, start: Search = {}) {
  const onExport = vi.fn(async () => {});
  const keep = vi.fn(async (_list: string, _name: string, _query: string): Promise<unknown> => 0);
  const drop = vi.fn();
  let latest = start;
  function List() {
    const [search, setSearch] = useState(start);
    latest = search;
    return (
      <KeptViewsContext value={{ views: kept, keep, drop }}>
        <ListPage<Row, Search>
          id="people"
          title="List"
          search={search}
          onSearch={setSearch}
          searchLabel="Words"
          filters={[{ key: 'state', label: 'State', options: [{ value: 'open', label: 'Open' }] }]}
          answer={answer}
          columns={[{ key: 'name', head: 'Name', cell: ({ name }) => name, isSortable: true }]}
          keyOf={({ id }) => id}
          linkOf={() => ({ to: '/' })}
          count={(n) => `${n} rows`}
          empty={<p>nothing yet</p>}
          selection={(keys) => <p>do it to {keys.join()}</p>}
          onExport={onExport}
        />
      </KeptViewsContext>
    );
  }
  const router = createRouter({
    routeTree: createRootRoute({ component: List }),
    history: createMemoryHistory(),
  });
  render(<RouterProvider router={router as never} />);
  await screen.findByRole('heading', { name: 'List' });
  return { onExport, keep, drop, search: () => latest };
}

test('words, filters, order and page go into the address', async () => {
  const { search } = await open(full);
  await userEvent.type(screen.getByRole('textbox', { name: 'Words' }), 'abc{Enter}');
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'open');
  await userEvent.click(screen.getByRole('button', { name: 'Name' }));
  await userEvent.click(screen.getByRole('button', { name: 'Name' }));
  await userEvent.click(screen.getByRole('button', { name: '下一页' }));
  expect(search()).toEqual({ q: 'abc', state: 'open', sort: '-name', after: 'n' });
  await userEvent.click(screen.getByRole('button', { name: '清除筛选' }));
  expect(viewOf(search())).toBe(viewOf({}));
  expect(search().sort).toBe('-name');
});

test('rows are selected one by one, by range, and all', async () => {
  await open(full);
  const boxes = screen.getAllByRole('checkbox');
  await userEvent.click(boxes[1] as HTMLElement);
  expect(screen.getByText('已选 1 项')).toBeTruthy();
  const user = userEvent.setup();
  await user.keyboard('{Shift>}');
  await user.click(boxes[3] as HTMLElement);
  await user.keyboard('{/Shift}');
  expect(screen.getByText('do it to a,b,c')).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: '选择本页全部' }));
  expect(screen.queryByText(/^已选/)).toBeNull();
});

test('J, K and X work while the focus is in the list', async () => {
  await open(full);
  const first = within(screen.getAllByRole('rowheader')[0] as HTMLElement).getByRole('link');
  first.focus();
  await userEvent.keyboard('j');
  expect(document.activeElement?.textContent).toBe('row b');
  await userEvent.keyboard('x');
  expect(screen.getByText('do it to b')).toBeTruthy();
});

test('the export says how many, and waits', async () => {
  const { onExport } = await open(full);
  await userEvent.click(screen.getByRole('button', { name: '导出当前筛选的 3 行' }));
  expect(onExport).toHaveBeenCalledOnce();
});

test('empty by itself and empty by a filter are told apart', async () => {
  const empty = { ...full, data: { items: [], total: 0, next: null } };
  await open(empty);
  expect(screen.getByText('nothing yet')).toBeTruthy();
  cleanup();
  await open(empty, { state: 'open' });
  expect(screen.getByRole('heading', { name: '没有符合这些条件的' })).toBeTruthy();
});

test('a view is kept without the words, and a refusal is said where the name was typed', async () => {
  const { keep } = await open(full, { state: 'open', q: 'secret' });
  keep.mockRejectedValueOnce(new ApiError(409, { code: 'conflict', status: 409, title: 'x' }));
  await userEvent.click(screen.getByRole('button', { name: '保存这组筛选' }));
  await userEvent.type(await screen.findByLabelText('起个名字'), 'later');
  await userEvent.click(screen.getByRole('button', { name: '保存', hidden: true }));
  await screen.findByRole('alert', { hidden: true });
  await userEvent.click(screen.getByRole('button', { name: '保存', hidden: true }));
  expect(keep.mock.calls).toEqual([
    ['people', 'later', 'state=open'],
    ['people', 'later', 'state=open'],
  ]);
  expect(screen.queryByLabelText('起个名字')).toBeNull();
});

test('a kept view of this list is one press away, and can be removed', async () => {
  const { drop, search } = await open(full);
  expect(screen.queryByRole('button', { name: 'other' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'mine' }));
  expect(search()).toMatchObject({ state: 'open', sort: '-name' });
  await userEvent.click(screen.getByRole('button', { name: '删除“mine”' }));
  expect(drop).toHaveBeenCalledWith('1');
});
