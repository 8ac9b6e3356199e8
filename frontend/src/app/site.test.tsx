// The pages as a person meets them.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { card, match, nobody, page, veteran } from '../testing/samples';
import { open, serve } from '../testing/site';
import { queryClient } from './queries';

const signedOut = { 'GET /api/session': { body: nobody } };
const signedIn = { 'GET /api/session': { body: veteran } };
const detail = {
  ...card,
  description: 'Keeps the presses running.',
  requirements: [{ kind: 'skill', name: 'Welding', must: true }],
  enterprise_detail: { ...card.enterprise, verified_on: '2026-11-18', description: '' },
  same: [],
  state: 'open',
};

test('a search shows its count and its positions', async () => {
  serve({ ...signedOut, 'GET /api/positions': { body: page } });
  open('/positions');
  expect(await screen.findByRole('link', { name: 'Fitter' })).toBeTruthy();
  expect(screen.getByText('共 1 个岗位').getAttribute('role')).toBe('status');
  expect(screen.getByText('5,500–8,500 元/月')).toBeTruthy();
});

test('signed out, a search says where to learn how each position fits; a newcomer needs a profile', async () => {
  serve({
    'GET /api/session': [{ body: nobody }, { body: newcomer }],
    'GET /api/positions': { body: page },
  });
  open('/positions?sort=newest');
  const way = await screen.findByRole('link', { name: '登录后看每个岗位合不合适、为什么' });
  expect(way.getAttribute('href')).toBe('/sign-in?next=%2Fpositions%3Fsort%3Dnewest');
  await queryClient.resetQueries({ queryKey: ['session'] });
  const next = await screen.findByRole('link', { name: '建好资料，就能看每个岗位合不合适' });
  expect(next.getAttribute('href')).toBe('/me/profile');
  expect(screen.queryByRole('link', { name: /^登录后看/ })).toBeNull();
});

test('words and filters go into the address, and to the server', async () => {
  const sent = serve({ ...signedOut, 'GET /api/positions': { body: page } });
  const router = open('/positions');
  await userEvent.type(await screen.findByRole('searchbox'), '电工');
  await userEvent.click(screen.getByRole('button', { name: '搜索' }));
  await userEvent.click(screen.getByRole('radio', { name: '夜班' }));
  expect(router.state.location.search).toEqual({ q: '电工', shift: 'night' });
  const asked = sent
    .map(({ url }) => url.searchParams)
    .filter((query) => query.get('limit') === '20');
  expect(asked.at(-1)?.get('q')).toBe('电工');
  expect(asked.at(-1)?.get('shift')).toBe('night');
});

test('an empty search offers what to leave out', async () => {
  const relaxations = [
    { field: 'shift', total: 12 },
    { field: 'shift', also: 'region', total: 15 },
  ];
  serve({
    ...signedOut,
    'GET /api/positions': { body: { ...page, items: [], total: 0, relaxations } },
  });
  const router = open('/positions?q=x&shift=night&region=330482');
  expect(await screen.findByRole('link', { name: '去掉“夜班”有 12 个' })).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: '去掉“夜班”和“平湖市”有 15 个' }));
  expect(router.state.location.search).toEqual({ q: 'x' });
});

test('the next page stands in the address, and its filters begin anew', async () => {
  const second = { ...card, id: 'p2', title: 'Welder' };
  const sent = serve({
    ...signedOut,
    'GET /api/positions': ({ searchParams }: URL) =>
      searchParams.has('cursor')
        ? { body: { ...page, total: 2, items: [second] } }
        : { body: { ...page, total: 2, next: 'onward' } },
  });
  const router = open('/positions');
  await userEvent.click(await screen.findByRole('button', { name: '下一页' }));
  expect(await screen.findByRole('link', { name: 'Welder' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: 'Fitter' })).toBeNull();
  expect(router.state.location.search).toEqual({ cursor: 'onward' });
  expect(sent.map(({ url }) => url.searchParams.get('cursor'))).toContain('onward');
  await userEvent.selectOptions(screen.getByLabelText('排序'), '最新发布');
  expect(await screen.findByRole('link', { name: 'Fitter' })).toBeTruthy();
  expect(router.state.location.search).toEqual({ sort: 'newest' });
});

test('a position explains itself to the person it is suggested to', async () => {
  serve({
    ...signedIn,
    'GET /api/positions/p1': { body: detail },
    'GET /api/me/matches/p1': { body: { position: card, match } },
  });
  open('/positions/p1');
  // The panel is loaded by itself, and slowly where nothing is loaded yet.
  const slow = { timeout: 5000 };
  const why = await screen.findByRole('heading', { name: '为什么推荐给您' }, slow);
  const panel = why.closest('section');
  const inside = within(panel as HTMLElement);
  expect(inside.getByText('86 分')).toBeTruthy();
  expect(inside.getByText('78%')).toBeTruthy();
  expect(inside.getByText('85.7，取整 86 分')).toBeTruthy();
  expect(inside.getAllByRole('meter')).toHaveLength(2);
  expect(inside.getByText('您填的技能里没有这一项')).toBeTruthy();
  expect(inside.getByRole('link', { name: '您接受倒班吗？' }).getAttribute('href')).toBe(
    '/me/profile#shift',
  );
});

test('signed out, a position shows no score', async () => {
  serve({ ...signedOut, 'GET /api/positions/p1': { body: detail } });
  open('/positions/p1');
  expect(await screen.findByRole('heading', { name: 'Fitter' })).toBeTruthy();
  expect(screen.queryByText('为什么推荐给您')).toBeNull();
  expect(screen.getByText('登录后，看这个岗位和您合不合适、为什么')).toBeTruthy();
});

test('a closed position leads to similar ones', async () => {
  const gone = { status: 410, body: { code: 'gone', current: { similar: [card] } } };
  serve({ ...signedOut, 'GET /api/positions/old': gone });
  open('/positions/old');
  expect(await screen.findByRole('link', { name: 'Fitter' })).toBeTruthy();
});

test('too little known: first the questions', async () => {
  const ask = [{ kind: 'occupation', field: 'titles', about: null, coverage: 36 }];
  serve({ ...signedIn, 'GET /api/me/matches': { body: { items: [], ask, next: null } } });
  open('/me/matches');
  expect(await screen.findByRole('heading', { name: '先告诉我们这一件事' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '您想找什么工作？' })).toBeTruthy();
});

test('without consent nothing is compared, and consent is asked for', async () => {
  const sent = serve({
    ...signedIn,
    'GET /api/me/matches': [
      { status: 409, body: { code: 'consent_missing' } },
      { body: { items: [{ position: card, match }], ask: [], next: null } },
    ],
    'PUT /api/me/consents/matching': { status: 204 },
  });
  open('/me/matches');
  await userEvent.click(await screen.findByRole('button', { name: '同意，开始匹配' }));
  expect(await screen.findByText('匹配 86 分')).toBeTruthy();
  expect(sent.map(({ method }) => method)).toContain('PUT');
});

test('a page of one’s own asks to sign in, and comes back', async () => {
  const sent = serve({
    ...signedOut,
    'POST /api/sessions': { status: 201, body: veteran },
    'GET /api/me/matches': { body: { items: [{ position: card, match }], ask: [], next: null } },
  });
  const router = open('/me/matches');
  await userEvent.type(await screen.findByLabelText('手机号或邮箱'), 'a@b');
  await userEvent.type(screen.getByLabelText('密码'), 'secret');
  expect(router.state.location.search).toEqual({ next: '/me/matches' });
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
  expect(await screen.findByText('匹配 86 分')).toBeTruthy();
  const body = sent.find(({ method }) => method === 'POST')?.body;
  expect(JSON.parse(body ?? '')).toEqual({ identifier: 'a@b', password: 'secret' });
});

test('a wrong password is said, and what to do', async () => {
  const refused = { status: 401, body: { code: 'wrong_credentials', title: 'refused' } };
  serve({ ...signedOut, 'POST /api/sessions': refused });
  open('/sign-in');
  await userEvent.type(await screen.findByLabelText('手机号或邮箱'), 'a');
  await userEvent.type(screen.getByLabelText('密码'), 'b');
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
  expect(await screen.findByText('账号或密码不对，请核对后再试。')).toBeTruthy();
});

test('the demonstration says so, and lets one in by role', async () => {
  const demo = { ...nobody, world: 'demo' };
  const sent = serve({
    'GET /api/session': { body: demo },
    'POST /api/demo/sessions': { status: 201, body: { ...veteran, world: 'demo' } },
    'GET /api/me/matches': { body: { items: [], ask: [], next: null } },
  });
  open('/sign-in');
  expect(await screen.findByText('演示数据，不是真实的人和单位')).toBeTruthy();
  await userEvent.click(await screen.findByRole('button', { name: /^退役军人/ }));
  expect(await screen.findByRole('heading', { name: '我的匹配' })).toBeTruthy();
  const body = sent.find(({ url }) => url.pathname === '/api/demo/sessions')?.body;
  expect(JSON.parse(body ?? '')).toEqual({ role: 'veteran' });
});

test('a profile changed elsewhere is not written over', async () => {
  const own = {
    id: 'p',
    kind: 'veteran',
    name: 'Z**',
    version: 1,
    division: { code: '330482101', name: 'Zhapu' },
    intentions: {},
    skills: [],
  };
  const sent = serve({
    ...signedIn,
    'GET /api/positions': { body: page },
    'GET /api/me/profile': { body: own, headers: { ETag: '"1"' } },
    'PUT /api/me/profile': { status: 412, body: { code: 'version_mismatch' } },
  });
  // A question's own address leads to the part that answers it.
  open('/me/profile#occupation');
  await userEvent.type(await screen.findByLabelText('工作或职业'), 'Fitter');
  await userEvent.click(await screen.findByRole('option', { name: /^Fitter/ }));
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  expect(await screen.findByText('内容刚在别处改过，请看过最新内容再改。')).toBeTruthy();
  const put = sent.find(({ method }) => method === 'PUT');
  expect(put?.headers.get('If-Match')).toBe('"1"');
  expect(JSON.parse(put?.body ?? '').intentions.titles).toEqual(['Fitter']);
});

test('wishes are asked one by one, and each answer is kept', async () => {
  const own = { ...created, intentions: {} };
  const sent = serve({
    ...signedIn,
    'GET /api/me/profile': { body: own, headers: { ETag: '"3"' } },
    'PUT /api/me/profile': [
      { body: own, headers: { ETag: '"4"' } },
      { body: own, headers: { ETag: '"5"' } },
    ],
    'GET /api/me/consents': { body: [] },
    'GET /api/me/profile/events': { body: [] },
  });
  const router = open('/me/profile?part=wishes#pay');
  const pay = await screen.findByLabelText('月薪不低于（元）');
  await userEvent.type(pay, 'much');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  const summary = await screen.findByRole('alert');
  expect(summary.textContent).toContain('请只填整数，如 6000');
  expect(document.activeElement).toBe(summary);
  await userEvent.clear(pay);
  await userEvent.type(pay, '6000');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  expect(await screen.findByRole('heading', { name: '您能上哪些班？' })).toBeTruthy();
  expect(router.state.location.hash).toBe('shift');
  await userEvent.click(
    within(screen.getByRole('group', { name: '接受夜班吗' })).getByLabelText('接受'),
  );
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  await userEvent.click(await screen.findByRole('button', { name: '保存' }));
  await waitFor(() => expect(router.state.location.search).toEqual({}));
  const puts = sent.filter(({ method }) => method === 'PUT');
  expect(puts.map(({ headers }) => headers.get('If-Match'))).toEqual(['"3"', '"4"']);
  const [first, second] = puts.map(({ body }) => JSON.parse(body).intentions);
  expect(first.pay_min_fen_month).toBe(600_000);
  expect(second).toMatchObject({ pay_min_fen_month: 600_000 });
  expect(second.shifts).toContainEqual({ shift: 'night', accepted: true });
});

test('a part of the profile is saved, and the list of parts says how far each is', async () => {
  const service = [{ id: 's1', branch: 'army', from_year: 2004, to_year: 2016, text: '' }];
  const own = { ...created, service, skills: [{ name: 'Forklift', experience_id: null }] };
  const sent = serve({
    ...signedIn,
    'GET /api/me/profile': { body: own, headers: { ETag: '"3"' } },
    'PUT /api/me/profile': { body: own, headers: { ETag: '"4"' } },
    'GET /api/me/consents': { body: [{ purpose: 'matching' }] },
    'GET /api/me/profile/events': { body: [] },
  });
  const router = open('/me/profile');
  const skills = (await screen.findByRole('link', { name: '技能' })).closest('li');
  expect(skills?.textContent).toContain('进行中');
  await userEvent.click(screen.getByRole('link', { name: '技能' }));
  await userEvent.selectOptions(await screen.findByLabelText('在哪段经历里用过'), 's1');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  expect(await screen.findAllByText('已保存，匹配结果已按新的资料更新')).toBeTruthy();
  await waitFor(() => expect(router.state.location.search).toEqual({}));
  const put = sent.find(({ method }) => method === 'PUT');
  expect(JSON.parse(put?.body ?? '').skills).toEqual([{ name: 'Forklift', experience_id: 's1' }]);
});

test('a wrong code is said at its field, and a profile in the way where it gives way', async () => {
  const sent = serve({
    'GET /api/session': { body: newcomer },
    'POST /api/me/profile/claim': [
      { status: 422, body: { code: 'wrong_code' } },
      { status: 409, body: { code: 'already_has_profile' } },
      {
        status: 409,
        body: { code: 'wrong_state', detail: '这份档案已经有人领取，请到服务站核对' },
      },
    ],
  });
  open('/me/profile?part=claim');
  const code = await screen.findByLabelText('领取码');
  await userEvent.type(code, 'ABCD');
  await userEvent.type(screen.getByLabelText('身份证号后四位'), '123X');
  const take = () => userEvent.click(screen.getByRole('button', { name: '领取我的档案' }));
  await take();
  await waitFor(() => expect(code.getAttribute('aria-invalid')).toBe('true'));
  await take();
  await userEvent.click(await screen.findByLabelText('用服务站的档案代替我自己填的'));
  await take();
  expect(await screen.findByText('这份档案已经有人领取，请到服务站核对')).toBeTruthy();
  const bodies = sent.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body));
  expect(bodies.at(-1)).toEqual({ code: 'ABCD', id_number_tail: '123X', replace: true });
});

test('an unknown address says so', async () => {
  serve(signedOut);
  open('/nowhere');
  expect(await screen.findByRole('heading', { name: '没有这个网页' })).toBeTruthy();
});

test('English comes with its own words', async () => {
  serve({ ...signedOut, 'GET /api/positions': { body: page } });
  open('/positions', 'en');
  expect(await screen.findByText('1 position')).toBeTruthy();
  expect(screen.getByText('¥5,500–8,500 a month')).toBeTruthy();
});

test('too many tries say how long to wait', async () => {
  const later = {
    status: 429,
    body: { code: 'too_many_requests' },
    headers: { 'Retry-After': '600' },
  };
  serve({ ...signedOut, 'POST /api/sessions': later });
  open('/sign-in');
  await userEvent.type(await screen.findByLabelText('手机号或邮箱'), 'a');
  await userEvent.type(screen.getByLabelText('密码'), 'b');
  await userEvent.click(screen.getByRole('button', { name: '登录' }));
  expect(await screen.findByText('试的次数太多，请过 10 分钟再试。')).toBeTruthy();
});

test('a failure names its request', async () => {
  const failed = { status: 500, body: { code: 'internal' }, headers: { 'X-Request-Id': 'abc123' } };
  serve({ ...signedOut, 'GET /api/positions': failed });
  open('/positions');
  expect(await screen.findByText('反映问题时请告诉工作人员这个编号：abc123')).toBeTruthy();
});

const newcomer = { ...veteran, person_id: null };
const noProfile = { status: 404, body: { code: 'not_found' } };
const created = {
  id: 'person',
  kind: 'veteran',
  name: 'Z**',
  version: 1,
  division: { code: '330482101', name: 'Zhapu' },
};

test('a newcomer signs up, opens a profile and is not asked twice', async () => {
  const sent = serve({
    'GET /api/session': [{ body: nobody }, { body: veteran }],
    'POST /api/accounts': { status: 201, body: newcomer },
    'GET /api/me/profile': [noProfile, { body: created, headers: { ETag: '"1"' } }],
    'POST /api/me/profile': { status: 201, body: created },
    'GET /api/me/consents': { body: [{ purpose: 'matching' }] },
  });
  open('/sign-up');
  await userEvent.click(await screen.findByRole('radio', { name: '退役军人' }));
  await userEvent.type(screen.getByLabelText('姓名'), 'Zhang San');
  await userEvent.type(screen.getByLabelText('手机号或邮箱'), '13800010001');
  await userEvent.type(screen.getByLabelText('设置密码'), 'pine and cypress');
  await userEvent.click(screen.getByRole('button', { name: '注册' }));
  expect(await screen.findByDisplayValue('Zhang San')).toBeTruthy();
  const next = () => userEvent.click(screen.getByRole('button', { name: '下一步' }));
  await next();
  expect(await screen.findByDisplayValue('13800010001')).toBeTruthy();
  await next();
  await screen.findByRole('heading', { name: '您现在住在哪里？' });
  await next();
  expect(screen.getByRole('link', { name: '居住地：请从列表中选择' })).toBeTruthy();
  await userEvent.click(screen.getByRole('radio', { name: '乍浦镇' }));
  await next();
  await screen.findByRole('heading', { name: '您同意我们怎样用这份资料？' });

  // Nothing is agreed to beforehand, and each thing by itself.
  const consents = screen.getAllByRole<HTMLInputElement>('checkbox');
  expect(consents.map(({ checked }) => checked)).toEqual([false, false, false]);
  await userEvent.click(screen.getByRole('checkbox', { name: '用我的资料匹配岗位' }));
  await next();
  await screen.findByRole('heading', { name: '核对一下，没问题就建立' });
  await userEvent.click(screen.getByRole('button', { name: '建立资料' }));
  expect(await screen.findByRole('heading', { name: '我的资料' })).toBeTruthy();

  const [account, profile] = sent.filter(({ method }) => method === 'POST');
  expect(JSON.parse(account?.body ?? '')).toEqual({
    name: 'Zhang San',
    mobile: '13800010001',
    password: 'pine and cypress',
    seeker: 'veteran',
  });
  expect(profile?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
  expect(JSON.parse(profile?.body ?? '')).toEqual({
    identity: {
      name: 'Zhang San',
      id_number: null,
      mobile: '13800010001',
      division: '330482101',
    },
    consents: ['matching'],
  });
});

test('what is wrong stands at its field and in a summary that leads there', async () => {
  const errors = [{ pointer: '/mobile', code: 'not_mobile', detail: 'not a mobile number' }];
  serve({
    ...signedOut,
    'POST /api/accounts': { status: 422, body: { code: 'invalid', errors } },
  });
  open('/sign-up');
  await userEvent.click(await screen.findByRole('button', { name: '注册' }));
  const summary = within(screen.getByRole('alert'));
  expect(summary.getAllByRole('link')).toHaveLength(4);
  await userEvent.click(screen.getByRole('radio', { name: '军属' }));
  await userEvent.type(screen.getByLabelText('姓名'), 'a');
  await userEvent.type(screen.getByLabelText('手机号或邮箱'), '12');
  await userEvent.type(screen.getByLabelText('设置密码'), 'b');
  await userEvent.click(screen.getByRole('button', { name: '注册' }));
  const link = await screen.findByRole('link', { name: '手机号或邮箱：应是 11 位手机号，请核对' });
  await userEvent.click(link);
  expect(document.activeElement).toBe(screen.getByLabelText('手机号或邮箱'));
  expect(document.activeElement?.getAttribute('aria-invalid')).toBe('true');
});

test('matches without a profile lead to making one', async () => {
  serve({ 'GET /api/session': { body: newcomer }, 'GET /api/me/matches': noProfile });
  open('/me/matches');
  const way = await screen.findByRole('link', { name: '建立我的资料' });
  expect(way.getAttribute('href')).toBe('/me/profile');
});

test('a role without pages of its own is told what it can do', async () => {
  const roles = [{ role: 'auditor' }];
  const auditor = { ...veteran, person_id: null, account: { ...veteran.account, roles } };
  serve({ 'GET /api/session': { body: auditor } });
  open('/me');
  expect(await screen.findByRole('heading', { name: '审计员' })).toBeTruthy();
  expect(screen.getByRole('heading', { name: '正在做，以后会有' })).toBeTruthy();
});

test('an answer to a question changes the profile and the score in place', async () => {
  const better = { ...match, fit: 92, ask: [] };
  const own = { id: 'p', kind: 'veteran', name: 'Z**', version: 1, intentions: {}, skills: [] };
  const sent = serve({
    ...signedIn,
    'GET /api/positions/p1': { body: detail },
    'GET /api/me/matches/p1': [
      { body: { position: card, match } },
      { body: { position: card, match: better } },
    ],
    'GET /api/me/profile': { body: own, headers: { ETag: '"7"' } },
    'PUT /api/me/profile': { body: own, headers: { ETag: '"8"' } },
  });
  open('/positions/p1');
  await userEvent.click(await screen.findByRole('button', { name: '接受' }, { timeout: 5000 }));
  expect(await screen.findByText('现在匹配 92 分')).toBeTruthy();
  const put = sent.find(({ method }) => method === 'PUT');
  expect(put?.headers.get('If-Match')).toBe('"7"');
  expect(JSON.parse(put?.body ?? '').intentions.shifts).toEqual([
    { shift: 'rotating', accepted: true },
  ]);
});

test('a position put away for a reason comes back with undo', async () => {
  const sent = serve({
    ...signedIn,
    'GET /api/positions/p1': { body: detail },
    'GET /api/me/matches/p1': { body: { position: card, match } },
    'GET /api/me/saved-positions': { body: [] },
    'GET /api/me/dismissed-positions': { body: [] },
    'PUT /api/me/dismissed-positions/p1': { status: 204 },
    'DELETE /api/me/dismissed-positions/p1': { status: 204 },
  });
  open('/positions/p1');
  await userEvent.click(await screen.findByRole('button', { name: '不合适' }, { timeout: 5000 }));
  await userEvent.click(screen.getByRole('button', { name: '太远', hidden: true }));
  await userEvent.click(await screen.findByRole('button', { name: '撤销' }, { timeout: 5000 }));
  const put = sent.find(({ method }) => method === 'PUT');
  expect(JSON.parse(put?.body ?? '')).toEqual({ reason: 'too_far' });
  expect(sent.some(({ method }) => method === 'DELETE')).toBe(true);
});
