// The military map, as an officer keeps it and somebody else reviews it.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Session, SpecialityChange, SpecialityFamily } from '../../api/types';
import { open, serve } from '../../testing/site';

const session: Session = {
  world: 'live',
  csrf_token: 'token',
  account: { id: 'me', name: 'J**', state: 'active', roles: [{ role: 'system_administrator' }] },
};
const family: SpecialityFamily = {
  name: 'Cooking',
  branch: 'any',
  titles: ['Cook'],
  skills: ['Bread'],
  occupations: [{ code: '4-03-02-01', name: 'Chef', relation: 'same', weight: 100 }],
};
const waiting: SpecialityChange = {
  id: 'c1',
  code: 'cooking',
  kind: 'edit',
  state: 'waiting',
  is_new: false,
  family: { ...family, titles: ['Cook', 'Baker'] },
  source: 'Three sergeants',
  written_by: 'L**',
  written_at: '2026-11-29T08:00:00Z',
  own: false,
};
const record = { code: 'cooking', origin: 'built_in', in_force: family, source: 'facts' };

test('a reviewer sees what would change, and accepts it', async () => {
  const sent = serve({
    'GET /api/session': { body: session },
    'GET /api/specialities/cooking': { body: { ...record, changes: [waiting] } },
    'PUT /api/specialities/changes/c1/decision': {
      body: { id: 'c1', code: 'cooking', state: 'in_force' },
    },
  });
  open('/specialities?sel=cooking');
  const added = await screen.findByText('增加岗位名称');
  expect(within(added.parentElement as HTMLElement).getByText('Baker')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: '复核通过' }));
  await screen.findByText('“Cooking”已生效');
  const put = sent.find(({ method }) => method === 'PUT');
  expect(JSON.parse(put?.body ?? '')).toEqual({ accept: true, note: null });
});

test('an author may take a change back, and not review it', async () => {
  serve({
    'GET /api/session': { body: session },
    'GET /api/specialities/cooking': { body: { ...record, changes: [{ ...waiting, own: true }] } },
  });
  open('/specialities?sel=cooking');
  expect(await screen.findByRole('button', { name: '撤回' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: '复核通过' })).toBeNull();
  // While one change waits, nobody writes another.
  expect(screen.queryByText('停用')).toBeNull();
});

test('what the server refuses is said at the field, and what was written stays', async () => {
  const sent = serve({
    'GET /api/session': { body: session },
    'GET /api/specialities/cooking': { body: { ...record, changes: [] } },
    'POST /api/specialities/changes': {
      status: 422,
      body: {
        code: 'invalid',
        errors: [
          { pointer: '/family/titles/1', code: 'title_taken', detail: '“炊事员”已在别的专业里' },
        ],
      },
    },
  });
  open('/specialities?sel=cooking&form=edit');
  const titles = await screen.findByLabelText(/^岗位名称/);
  await userEvent.type(titles, '\nMess cook');
  await userEvent.type(screen.getByLabelText(/^谁核对过/), 'Two sergeants');
  await userEvent.click(screen.getByText('提交复核', { selector: 'form button' }));
  await waitFor(() => expect(titles.getAttribute('aria-invalid')).toBe('true'));
  const described = titles.getAttribute('aria-describedby')?.split(' ') ?? [];
  const said = described.map((id) => document.getElementById(id)?.textContent);
  expect(said.join()).toContain('“炊事员”已在别的专业里');
  const post = sent.find(({ method }) => method === 'POST');
  expect(JSON.parse(post?.body ?? '')).toEqual({
    code: 'cooking',
    kind: 'edit',
    source: 'Two sergeants',
    family: {
      name: 'Cooking',
      branch: 'any',
      titles: ['Cook', 'Mess cook'],
      skills: ['Bread'],
      occupations: [{ code: '4-03-02-01', relation: 'same', weight: 100 }],
    },
  });
});
