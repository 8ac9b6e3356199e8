// The officer's register, as an officer meets it.
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Person, PersonFile, Session } from '../../../api/types';
import { open, serve } from '../../../testing/site';

const officer: Session = {
  world: 'live',
  csrf_token: 'token',
  account: {
    id: 'officer',
    name: 'F**',
    state: 'active',
    roles: [{ role: 'station_officer', district: '330482' }],
  },
};
const person: Person = {
  id: 'p1',
  kind: 'veteran',
  name: 'Z**',
  id_number: '330***1234',
  mobile: null,
  division: { code: '330482001', name: 'Danghu' },
  verification: 'unverified',
  visible: true,
  created_at: '2026-11-20T00:00:00Z',
  updated_at: '2026-11-20T00:00:00Z',
  version: 3,
};
const file: PersonFile = {
  person,
  profile: {},
  consents: [],
  has_account: false,
  same_id_number: { here: [], elsewhere: 0 },
};
const world = {
  'GET /api/session': { body: officer },
  'GET /api/dictionaries/divisions': { body: [{ code: '330482001', name: 'Danghu' }] },
  'GET /api/people/p1': { body: file, headers: { ETag: '"3"' } },
  'GET /api/people/p1/events': {
    body: [
      {
        at: '2026-11-20T00:00:00Z',
        event: 'person_revealed',
        by: 'officer',
        by_name: 'C**',
        details: { field: 'mobile', why: 'contact' },
      },
    ],
  },
};

test('nobody is listed without a filter, and the server is not asked', async () => {
  const sent = serve(world);
  open('/people');
  expect(await screen.findByText('请先选条件，再看名单')).toBeTruthy();
  expect(sent.some(({ url }) => url.pathname === '/api/people')).toBe(false);
});

test('what is looked up goes in a body, not into the address', async () => {
  const sent = serve({
    ...world,
    'POST /api/people/lookup': { body: { items: [person], total: 1 } },
  });
  const router = open('/people');
  await userEvent.type(await screen.findByLabelText('查人'), '13000001234{Enter}');
  expect(await screen.findByText('找到 1 人')).toBeTruthy();
  expect(sent.at(-1)).toMatchObject({ method: 'POST', body: '{"lookup":"13000001234"}' });
  expect(router.state.location.href).toBe('/people');
});

test('papers that were seen are sent with the version that was looked at', async () => {
  const verified = { ...person, verification: 'verified', verified_what: '身份证原件', version: 4 };
  const sent = serve({ ...world, 'POST /api/people/p1/verification': { body: verified } });
  open('/people/p1');
  await userEvent.click(await screen.findByRole('button', { name: '核验通过' }));
  expect(screen.getByRole('heading', { name: '有几处需要改一下' })).toBeTruthy();
  await userEvent.click(screen.getByRole('checkbox', { name: '身份证原件' }));
  await userEvent.click(screen.getByRole('button', { name: '核验通过' }));
  const call = sent.find(({ method }) => method === 'POST');
  expect(call?.headers.get('If-Match')).toBe('"3"');
  expect(call?.body).toBe('{"approve":true,"what":"身份证原件"}');
});

test('a file that changed meanwhile is looked at again, and nothing that was ticked is lost', async () => {
  const moved = { ...person, mobile: '139****0001', version: 4 };
  const verified = { ...moved, verification: 'verified', verified_what: '身份证原件', version: 5 };
  const sent = serve({
    ...world,
    'GET /api/people/p1': [
      { body: file, headers: { ETag: '"3"' } },
      { body: { ...file, person: moved }, headers: { ETag: '"4"' } },
      { body: { ...file, person: verified }, headers: { ETag: '"5"' } },
    ],
    'POST /api/people/p1/verification': [
      { status: 412, body: { code: 'version_mismatch' } },
      { body: verified },
    ],
  });
  open('/people/p1');
  await userEvent.click(await screen.findByRole('checkbox', { name: '身份证原件' }));
  await userEvent.type(screen.getByLabelText(/^其他材料/), '户口簿');
  await userEvent.click(screen.getByRole('button', { name: '核验通过' }));
  expect(await screen.findByText('登记的内容刚改过')).toBeTruthy();
  expect(await screen.findByText('没有填 → 139****0001')).toBeTruthy();
  // Looking again is a step of its own: it sends nothing.
  await userEvent.click(screen.getByRole('button', { name: '看过了，接着办' }));
  expect(screen.queryByText('登记的内容刚改过')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '核验通过' }));
  expect(await screen.findByText('身份已核验')).toBeTruthy();
  const posts = sent.filter(({ method }) => method === 'POST');
  expect(posts.map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"']);
  expect(posts.at(-1)?.body).toBe('{"approve":true,"what":"身份证原件、户口簿"}');
});

test('a colleague who verified meanwhile is told of, and the reason typed for a refusal stays', async () => {
  const theirs = { ...person, verification: 'verified', verified_what: '优待证', version: 4 };
  serve({
    ...world,
    'GET /api/people/p1': [
      { body: file, headers: { ETag: '"3"' } },
      { body: { ...file, person: theirs }, headers: { ETag: '"4"' } },
    ],
    'POST /api/people/p1/verification': { status: 412, body: { code: 'version_mismatch' } },
  });
  open('/people/p1');
  await userEvent.click(await screen.findByRole('button', { name: '不通过' }));
  await userEvent.type(screen.getByLabelText('缺什么、哪里不符'), '号码不符');
  await userEvent.click(screen.getByText('记为不通过'));
  expect((await screen.findAllByText('待核验 → 已核验')).length).toBeGreaterThan(0);
  // Closed to look at the page, and opened again.
  await userEvent.click(screen.getByLabelText('关闭', { selector: 'dialog button' }));
  await userEvent.click(screen.getByRole('button', { name: '不通过' }));
  expect(screen.getByLabelText<HTMLTextAreaElement>('缺什么、哪里不符').value).toBe('号码不符');
});

test('the history tells who looked at what, and why', async () => {
  serve(world);
  open('/people/p1');
  expect(await screen.findByText('查看隐藏的信息')).toBeTruthy();
  expect(screen.getByText('工作人员 C** · 手机号 · 与本人联系')).toBeTruthy();
});

test('a number that is taken leads to the file that holds it', async () => {
  serve({
    ...world,
    'POST /api/people': {
      status: 409,
      body: { code: 'id_number_taken', current: { people: ['p1'] } },
    },
  });
  open('/people/new');
  await userEvent.type(await screen.findByLabelText('姓名'), 'Zhang San');
  await userEvent.type(screen.getByLabelText(/身份证号/), '33048219900101123');
  await userEvent.type(screen.getByRole('combobox'), 'Danghu');
  await userEvent.click(await screen.findByRole('option'));
  await userEvent.click(screen.getByRole('button', { name: '登记人员' }));
  expect(screen.getAllByText(/身份证号少 1 位/).length).toBeGreaterThan(0);
  await userEvent.type(screen.getByLabelText(/身份证号/), '4');
  await userEvent.click(screen.getByRole('button', { name: '登记人员' }));
  const link = await screen.findByRole('link', { name: '打开已有的档案' });
  expect(link.getAttribute('href')).toBe('/people/p1');
});

test('who corrects a person after somebody else keeps both corrections', async () => {
  const moved = { ...file, person: { ...person, version: 4 } };
  const sent = serve({
    ...world,
    'GET /api/people/p1': [
      { body: file, headers: { ETag: '"3"' } },
      { body: moved, headers: { ETag: '"4"' } },
    ],
    // The name and the number, once when the dialog opens and once after the refusal.
    'POST /api/people/p1/reveal': [
      { body: { value: 'Zhang San' } },
      { body: { value: '330482199001011234' } },
      { body: { value: 'Zhang Sang' } },
      { body: { value: '330482199001011234' } },
    ],
    'PUT /api/people/p1/identity': [
      { status: 412, body: { code: 'version_mismatch' } },
      { body: moved.person },
    ],
  });
  open('/people/p1');
  await userEvent.click(await screen.findByRole('button', { name: '显示并更正' }));
  await userEvent.type(await screen.findByLabelText(/^手机号/), '13000009911');
  const save = screen.getByText('保存', { selector: 'dialog button' });
  await userEvent.click(save);
  await userEvent.click(await screen.findByText('按这样保存'));
  const puts = sent.filter(({ method }) => method === 'PUT');
  expect(puts.map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"']);
  expect(JSON.parse(puts[1]?.body ?? '')).toMatchObject({
    name: 'Zhang Sang',
    mobile: '13000009911',
  });
});

test('a profile that somebody else filled in meanwhile is put together field by field', async () => {
  const mine = { ...file, profile: { intentions: { titles: ['Fitter'] } } };
  const theirs = {
    ...file,
    person: { ...person, version: 4 },
    profile: { degree: 'bachelor', intentions: { titles: ['Turner'], housing_needed: true } },
  };
  const sent = serve({
    ...world,
    'GET /api/people/p1': [
      { body: mine, headers: { ETag: '"3"' } },
      { body: theirs, headers: { ETag: '"4"' } },
    ],
    'PUT /api/people/p1': [
      { status: 412, body: { code: 'version_mismatch' } },
      { body: theirs.person },
    ],
  });
  open('/people/p1/profile');
  const titles = await screen.findByLabelText(/^想做什么工作/);
  await userEvent.clear(titles);
  await userEvent.type(titles, 'Welder');
  await userEvent.type(screen.getByLabelText(/^技能/), 'welding');
  await userEvent.click(screen.getByText('保存', { selector: 'form button' }));
  expect(await screen.findByText('别人刚改过')).toBeTruthy();
  expect(screen.getByText(/已换成现在的：.*学历.*要不要住宿/)).toBeTruthy();
  await userEvent.click(screen.getByText('Welder', { selector: 'dialog *' }));
  await userEvent.click(screen.getByText('按这样保存'));
  await screen.findAllByText('已保存能力和意向');
  const put = sent.filter(({ method }) => method === 'PUT').at(-1);
  expect(put?.headers.get('If-Match')).toBe('"4"');
  expect(JSON.parse(put?.body ?? '')).toMatchObject({
    degree: 'bachelor',
    skills: [{ name: 'welding' }],
    intentions: { titles: ['Welder'], housing_needed: true },
  });
});
