// What a position asks for, named as the dictionary names it, and in the employer's own words.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import type { KnownSkill, Organisation, OwnPosition, Session } from '../../../api/types';
import { open, serve } from '../../../testing/site';

const employer: Session = {
  world: 'live',
  csrf_token: 'token',
  account: {
    id: 'a1',
    name: 'G**',
    state: 'active',
    roles: [{ role: 'employer_representative', organisation_id: 'o1' }],
  },
};
const works: Organisation = {
  id: 'o1',
  kind: 'enterprise',
  name: 'Harbour Works',
  description: '',
  division: { code: '330482001', name: 'Danghu' },
  verification: 'verified',
  created_at: '2026-11-01T01:00:00Z',
  version: 1,
};
const licence: KnownSkill = {
  name: 'Forklift licence',
  synonyms: ['N1 paper'],
  kind: 'certificate',
  permit: { permits: 'Driving forklifts', standing: 'required', source: 'Rule 7' },
};
const course: KnownSkill = {
  name: 'Forklift course',
  synonyms: [],
  kind: 'certificate',
  permit: { permits: 'A course was passed', standing: 'level', source: 'Hearsay [G]' },
};
const position = {
  id: 'p1',
  version: 2,
  state: 'draft',
  enterprise_id: 'o1',
  enterprise_name: works.name,
  title: 'Driver',
  headcount: 1,
  division: works.division,
  description: 'Moves what the ships bring.',
  valid_until: '2026-12-31',
  veteran_preference: false,
  requirements: [{ kind: 'certificate', name: 'Paper', must: true }],
} as unknown as OwnPosition;

const guard = {
  code: '4-07-05-01',
  name: 'Guard',
  definition: 'Somebody who guards.',
  tasks: ['Watches the gate', 'Walks the rounds'],
};

/** The browser's own; the tests' has none. */
Element.prototype.scrollIntoView = vi.fn();

function begin(dictionary: Parameters<typeof serve>[0][string], body = position) {
  return serve({
    'GET /api/dictionaries/occupations/4-07-05-01': { body: guard },
    'GET /api/session': { body: employer },
    'GET /api/organisations': { body: { items: [works], total: 1 } },
    'GET /api/me/positions/p1': { body },
    'POST /api/positions/check': { body: [] },
    'POST /api/positions/duplicates': { body: [] },
    'POST /api/positions/reach': { body: { now: { at_least: false }, without: [] } },
    'GET /api/dictionaries/skills': dictionary,
    'PUT /api/positions/p1': { body: position },
  });
}

async function nameField() {
  const field = await screen.findByRole<HTMLInputElement>('combobox', { name: '名称' });
  await userEvent.clear(field);
  return field;
}

async function savedNames(sent: ReturnType<typeof serve>) {
  await userEvent.click(screen.getByRole('button', { name: '存为草稿' }));
  const put = () => sent.find(({ method }) => method === 'PUT');
  await waitFor(() => expect(put()).toBeTruthy());
  return JSON.parse(put()?.body ?? '').requirements.map(({ name }: { name: string }) => name);
}

test('a requirement is chosen from the dictionary, which says what the paper permits', async () => {
  const sent = begin({ body: [licence, course] });
  open('/org/positions/p1');
  const field = await nameField();
  await userEvent.type(field, 'Fork');
  await screen.findByRole('option', { name: 'Forklift licence' });
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(field.value).toBe('Forklift licence');
  const asked = sent.find(({ url }) => url.pathname === '/api/dictionaries/skills');
  expect(asked?.url.searchParams.get('kind')).toBe('certificate');
  expect(
    await screen.findByText('Driving forklifts。法律规定须持证上岗。依据：Rule 7'),
  ).toBeTruthy();
  expect(await savedNames(sent)).toEqual(['Forklift licence']);
});

test('a paper that only shows a level is told apart', async () => {
  begin({ body: [licence, course] });
  open('/org/positions/p1');
  await userEvent.type(await nameField(), 'Forklift course');
  const note = 'A course was passed。证明水平，不是上岗的条件。依据：Hearsay（待核实）';
  expect(await screen.findByText(note)).toBeTruthy();
});

test('without the dictionary a requirement is typed and saved all the same', async () => {
  const sent = begin({ status: 500, body: { code: 'internal' } });
  open('/org/positions/p1');
  await userEvent.type(await nameField(), 'Forklift');
  await waitFor(() => expect(sent.some(({ url }) => url.pathname.endsWith('/skills'))).toBe(true));
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(await savedNames(sent)).toEqual(['Forklift']);
});

test('a chosen occupation tells what one does in it, and what serves it is offered first', async () => {
  const { code, name } = guard;
  const sent = begin(
    { body: [{ ...licence, serves: { code, name } }, course] },
    { ...position, occupation: { code, name } },
  );
  open('/org/positions/p1');
  await userEvent.click(await screen.findByText('Guard：主要工作内容'));
  expect(screen.getByText('Watches the gate')).toBeTruthy();
  await userEvent.click(await nameField());
  expect(await screen.findByRole('option', { name: /Forklift licence.*Guard常用/ })).toBeTruthy();
  expect(screen.getByRole('option', { name: 'Forklift course' })).toBeTruthy();
  const asked = sent.filter(({ url }) => url.pathname === '/api/dictionaries/skills').at(-1);
  expect(asked?.url.searchParams.get('occupations')).toBe(code);
});
