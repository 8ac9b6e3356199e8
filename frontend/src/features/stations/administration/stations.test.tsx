// The list of stations, as an administrator keeps it.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Session, Station } from '../../../api/types';
import { open, serve } from '../../../testing/site';

const session: Session = {
  world: 'live',
  csrf_token: 'token',
  account: { id: 'me', name: 'J**', state: 'active', roles: [{ role: 'system_administrator' }] },
};
const station: Station = {
  id: 's1',
  kind: 'station',
  name: 'Danghu station',
  division: { code: '330482001', name: 'Danghu' },
  address: 'Street 1',
  phone: '0573-1',
  hours: 'Monday to Friday',
  version: 1,
};

test('a station that a colleague changed meanwhile keeps what both wrote', async () => {
  const theirs = { ...station, phone: '0573-2', hours: 'Every day', version: 2 };
  const sent = serve({
    'GET /api/session': { body: session },
    'GET /api/dictionaries/divisions': { body: [station.division] },
    'GET /api/stations': [{ body: [station] }, { body: [theirs] }],
    'PUT /api/stations/s1': [
      { status: 412, body: { code: 'version_mismatch' } },
      { body: { ...theirs, version: 3 } },
    ],
  });
  open('/admin/stations');
  await userEvent.click(await screen.findByRole('button', { name: '修改' }));
  const hours = screen.getByLabelText(/^开放时间/);
  await userEvent.clear(hours);
  await userEvent.type(hours, 'Weekends too');
  await userEvent.click(screen.getByText('保存', { selector: 'form button' }));
  expect(await screen.findByText(/已换成现在的：.*电话/)).toBeTruthy();
  await userEvent.click(screen.getByText('Weekends too', { selector: 'dialog *' }));
  await userEvent.click(screen.getByText('按这样保存'));
  await screen.findByText('已保存Danghu station');
  const puts = sent.filter(({ method }) => method === 'PUT');
  expect(puts.map(({ headers }) => headers.get('If-Match'))).toEqual(['"1"', '"2"']);
  expect(JSON.parse(puts.at(-1)?.body ?? '')).toMatchObject({
    phone: '0573-2',
    hours: 'Weekends too',
  });
});
