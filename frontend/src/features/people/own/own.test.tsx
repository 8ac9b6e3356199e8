// The parts of one's own profile, each on a page of its own: what is wrong elsewhere, dates, the focus.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { veteran } from '../../../testing/samples';
import { open, serve } from '../../../testing/site';

const own = {
  id: 'p',
  kind: 'veteran',
  name: 'Z**',
  version: 3,
  division: { code: '330482001', name: 'Danghu' },
  verification: 'unverified',
  service: [
    { id: 's1', branch: 'army', from_year: 2004, to_year: 2010, specialities: [], text: '' },
    { id: 's2', branch: 'navy', from_year: 2012, to_year: 2016, specialities: [], text: '' },
  ],
  certificates: [
    { kind: 'certificate', name: 'Electrician', issued_on: '2020-05-01', expires_on: '2027-05-01' },
    { kind: 'driving_licence', name: 'C1' },
    { kind: 'language', name: 'English' },
  ],
  intentions: {},
};

type Answers = Parameters<typeof serve>[0];

function begin(
  refusals: { pointer: string; code: string; detail: string }[][] = [],
  dictionary: Answers[string] = { body: [] },
  intentions: object = {},
) {
  return serve({
    'GET /api/dictionaries/occupations': { body: [{ code: '4-07-05-01', name: 'Guard' }] },
    'GET /api/dictionaries/occupations/4-07-05-01': {
      body: { code: '4-07-05-01', name: 'Guard', tasks: ['Watches the gate'] },
    },
    'GET /api/dictionaries/skills': dictionary,
    'GET /api/session': { body: veteran },
    'GET /api/me/profile': { body: { ...own, intentions }, headers: { ETag: '"3"' } },
    'PUT /api/me/profile': [
      ...refusals.map((errors) => ({ status: 422, body: { code: 'invalid', errors } })),
      { body: own, headers: { ETag: '"4"' } },
    ],
    'GET /api/me/consents': { body: [] },
    'GET /api/me/profile/events': { body: [] },
  });
}

/** The browser's own; the tests' has none. */
Element.prototype.scrollIntoView = vi.fn();

const bodyOf = (sent: ReturnType<typeof serve>) =>
  JSON.parse(sent.filter(({ method }) => method === 'PUT').at(-1)?.body ?? '{}');

const save = () => userEvent.click(screen.getByRole('button', { name: '保存' }));

test('a certificate has its dates, and what is no date is not dropped', async () => {
  const sent = begin();
  const router = open('/me/profile?part=certificates');
  expect(await screen.findByText('2020年5月1日发证，2027年5月1日到期')).toBeTruthy();
  expect(screen.getAllByText('驾照：C1')[0]).toBeTruthy();
  await userEvent.click(screen.getByRole('link', { name: '添加证书' }));
  await userEvent.type(await screen.findByLabelText('证书名称'), 'Welder');
  await userEvent.type(screen.getByLabelText(/^发证日期/), '2021.3.9');
  const until = screen.getByLabelText(/^有效期到/);
  await userEvent.type(until, '2027');
  await save();
  const wrong = await screen.findByRole('link', { name: /^有效期到：请写全年、月、日/ });
  expect(sent.some(({ method }) => method === 'PUT')).toBe(false);
  await userEvent.click(wrong);
  expect(document.activeElement).toBe(until);
  await userEvent.type(until, '-3-9');
  await save();
  await waitFor(() => expect(router.state.location.search).toEqual({ part: 'certificates' }));
  expect(bodyOf(sent).certificates).toEqual([
    own.certificates[0],
    { kind: 'driving_licence', name: 'C1', issued_on: null, expires_on: null },
    { kind: 'language', name: 'English', issued_on: null, expires_on: null },
    {
      kind: 'certificate',
      name: 'Welder',
      issued_on: '2021-03-09',
      expires_on: '2027-03-09',
    },
  ]);
});

test('driving licences are asked together, and nothing else changes', async () => {
  const sent = begin();
  open('/me/profile?part=certificates&entry=licence');
  await userEvent.click(await screen.findByLabelText('B2'));
  await save();
  await waitFor(() => expect(sent.some(({ method }) => method === 'PUT')).toBe(true));
  const names = bodyOf(sent).certificates.map(({ name }: { name: string }) => name);
  expect(names).toEqual(['Electrician', 'C1', 'English', 'B2']);
});

test('a wrong field of another part: the summary leads there, with what was typed', async () => {
  const detail = '到期日早于发证日';
  const sent = begin([[{ pointer: '/certificates/0/expires_on', code: 'before_start', detail }]]);
  const router = open('/me/profile?part=service&entry=s1');
  await userEvent.type(await screen.findByLabelText(/^具体做过什么/), 'Drove.');
  await save();
  await userEvent.click(await screen.findByRole('link', { name: `Electrician：${detail}` }));
  const until = await screen.findByLabelText(/^有效期到/);
  await waitFor(() => expect(document.activeElement).toBe(until));
  expect(router.state.location.search).toEqual({ part: 'certificates', entry: '0' });
  expect(screen.getByRole('alert').textContent).toContain(detail);
  await userEvent.clear(until);
  await save();
  await waitFor(() => expect(router.state.location.search).toEqual({ part: 'certificates' }));
  expect(bodyOf(sent).service[0].text).toBe('Drove.');
  expect(bodyOf(sent).certificates[0].expires_on).toBeNull();
});

test('the jump from one wrong entry to another keeps both', async () => {
  const sent = begin([
    [
      { pointer: '/service/0/to_year', code: 'before_start', detail: 'first' },
      { pointer: '/service/1/from_year', code: 'year', detail: 'second' },
    ],
  ]);
  const router = open('/me/profile?part=service&entry=s1');
  const to = await screen.findByLabelText(/^到哪年/);
  await userEvent.clear(to);
  await userEvent.type(to, '2001');
  await save();
  await userEvent.click(await screen.findByRole('link', { name: /^到哪年.*：结束早于开始/ }));
  expect(document.activeElement).toBe(to);
  await userEvent.click(screen.getByRole('link', { name: /^第 2 段服役经历：年份不对/ }));
  await waitFor(() => expect(document.activeElement?.id).toBe('field-service-1-from'));
  expect(router.state.location.search).toEqual({ part: 'service', entry: 's2' });
  await userEvent.click(screen.getByRole('link', { name: /^第 1 段服役经历：结束早于开始/ }));
  const again = await screen.findByDisplayValue('2001');
  await waitFor(() => expect(document.activeElement).toBe(again));
  await userEvent.clear(again);
  await userEvent.type(again, '2011');
  await save();
  await waitFor(() => expect(router.state.location.search).toEqual({ part: 'service' }));
  const years = bodyOf(sent).service.map((one: { to_year: number }) => one.to_year);
  expect(years).toEqual([2011, 2016]);
});

/** What the dictionary lists, by kind. */
const listed: Record<string, object> = {
  skill: { name: 'Stacker', synonyms: ['Lift truck'], kind: 'skill' },
  language: { name: 'Lithuanian', synonyms: [], kind: 'language' },
  certificate: {
    name: 'Forklift licence',
    synonyms: ['N1 paper'],
    kind: 'certificate',
    permit: { permits: 'Driving forklifts', standing: 'required', source: 'Rule 7 [G]' },
  },
};
const dictionary = (url: URL) => ({ body: [listed[url.searchParams.get('kind') ?? '']] });

test('a skill is chosen from the dictionary by a synonym, or stands as it was typed', async () => {
  const sent = begin([], dictionary);
  open('/me/profile?part=skills');
  const add = await screen.findByRole('button', { name: '添加一项技能' });
  await userEvent.click(add);
  await userEvent.type(await screen.findByRole('combobox', { name: '技能' }), 'Li');
  expect(await screen.findByRole('option', { name: 'Lithuanian' })).toBeTruthy();
  await userEvent.click(screen.getByRole('option', { name: /^Stacker.*Lift truck/ }));
  await userEvent.click(add);
  const [chosen, own] = screen.getAllByRole('combobox', { name: '技能' });
  expect((chosen as HTMLInputElement).value).toBe('Stacker');
  await userEvent.type(own as HTMLElement, 'Lifting');
  await screen.findByRole('option', { name: 'Lithuanian' });
  // Enter saves, and puts no other name in place of what was typed.
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(bodyOf(sent).skills).toHaveLength(2));
  expect(bodyOf(sent).skills.map(({ name }: { name: string }) => name)).toEqual([
    'Stacker',
    'Lifting',
  ]);
});

test('what serves the work that somebody wants is offered before anything is typed', async () => {
  const serves = { code: '4-07-05-01', name: 'Guard' };
  const sent = begin(
    [],
    (url) => ({
      body: url.searchParams.get('kind') === 'skill' ? [{ ...listed.skill, serves }] : [],
    }),
    { titles: ['Guard'], occupations: ['4-07-05-01'] },
  );
  open('/me/profile?part=skills');
  await userEvent.click(await screen.findByRole('button', { name: '添加一项技能' }));
  await userEvent.click(await screen.findByRole('combobox', { name: '技能' }));
  expect(await screen.findByRole('option', { name: /Stacker.*Guard常用/ })).toBeTruthy();
  const asked = sent.find(({ url }) => url.pathname === '/api/dictionaries/skills');
  expect(asked?.url.searchParams.get('occupations')).toBe('4-07-05-01');
});

test('work that is wanted tells what one does in it, where the classification lists it', async () => {
  begin([], { body: [] }, { titles: ['Guard', 'Gatekeeper'] });
  open('/me/profile?part=wishes');
  await userEvent.click(await screen.findByText('Guard：主要工作内容'));
  expect(screen.getByText('Watches the gate')).toBeTruthy();
  expect(screen.queryByText('Gatekeeper：主要工作内容')).toBeNull();
});

test.each(['Forklift licence', 'n1 Ｐaper'])(
  'what a certificate called %s permits',
  async (name) => {
    begin([], dictionary);
    open('/me/profile?part=certificates&entry=new');
    const field = await screen.findByLabelText('证书名称');
    await userEvent.type(field, name);
    const permit = 'Driving forklifts。法律规定须持证上岗。依据：Rule 7（待核实）';
    expect(await screen.findByText(permit)).toBeTruthy();
    await userEvent.type(field, ' of old');
    expect(screen.queryByText(permit)).toBeNull();
  },
);

test('without the dictionary a skill is typed and saved all the same', async () => {
  const sent = begin([], { status: 503, body: { code: 'overloaded' } });
  open('/me/profile?part=skills');
  await userEvent.click(await screen.findByRole('button', { name: '添加一项技能' }));
  await userEvent.type(await screen.findByRole('combobox', { name: '技能' }), 'Forklift');
  await waitFor(() => expect(sent.some(({ url }) => url.pathname.endsWith('/skills'))).toBe(true));
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(screen.queryByText(/正在查找|没有找到/)).toBeNull();
  await save();
  await waitFor(() => expect(bodyOf(sent).skills).toMatchObject([{ name: 'Forklift' }]));
});

test('a page that another becomes has the focus at its heading', async () => {
  begin();
  open('/me/profile');
  await userEvent.click(await screen.findByRole('link', { name: '学历' }));
  const heading = await screen.findByRole('heading', { name: '学历', level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(heading));
  await save();
  const list = await screen.findByRole('heading', { name: '我的资料', level: 1 });
  await waitFor(() => expect(document.activeElement).toBe(list));
});

test('the way to work is asked with the places, kept, and no number that makes no sense', async () => {
  const sent = begin();
  const router = open('/me/profile?part=wishes#place');
  const way = await screen.findByLabelText(/^上下班最远愿意走多少公里/);
  await userEvent.type(way, '0');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  expect(await screen.findAllByText(/请填 1 到 2000 的整数/)).not.toEqual([]);
  expect(router.state.location.hash).toBe('place');
  expect(sent.filter(({ method }) => method === 'PUT')).toEqual([]);
  await userEvent.clear(way);
  await userEvent.type(way, '30');
  await userEvent.click(screen.getByRole('button', { name: '下一步' }));
  await waitFor(() => expect(router.state.location.hash).toBe('pay'));
  expect(bodyOf(sent).intentions.distance_km_max).toBe(30);
});
