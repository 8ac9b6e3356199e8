import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, expect, test } from 'vitest';
import { ApiError } from '../../lib/ApiError';
import { ComboBox, type Suggestion } from './ComboBox';
import { DateField } from './DateField';
import { dayOf } from './day';
import { Form } from './Form';
import { ManyBox } from './ManyBox';
import { MoneyField } from './MoneyField';
import { fenOf, yuanOf } from './money';
import { NumberField } from './NumberField';
import { SuggestField } from './SuggestField';
import { TextArea } from './TextArea';
import { TextField } from './TextField';
import { useForm } from './useForm';

afterEach(cleanup);

test.each([
  ['1284.37', 128_437],
  ['１，２８４．５', 128_450],
  ['1,284', 128_400],
  ['0.07', 7],
  ['12.345', null],
  ['abc', null],
  ['-5', null],
  ['', null],
])('%s yuan are %s fen', (typed, fen) => {
  expect(fenOf(typed)).toBe(fen);
});

test('fen read back as they were typed', () => {
  expect([128_437, 128_400, 7, 0].map(yuanOf)).toEqual(['1284.37', '1284', '0.07', '0']);
});

test.each([
  ['2026-11-23', '2026-11-23'],
  ['20261123', '2026-11-23'],
  ['2026.1.5', '2026-01-05'],
  ['2026/01/05', '2026-01-05'],
  ['2026年11月23日', '2026-11-23'],
  ['2026-02-30', null],
  ['23-11-2026', null],
  ['2026', null],
])('%s is the day %s', (typed, day) => {
  expect(dayOf(typed)).toBe(day);
});

function Held<V>({ initial, children }: HeldProps<V>) {
  const [value, setValue] = useState(initial);
  return (
    <>
      {children(value, setValue)}
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

interface HeldProps<V> {
  initial: V;
  children: (value: V, set: (value: V) => void) => React.ReactNode;
}

const held = () => JSON.parse(screen.getByRole('status', { name: '' }).textContent ?? 'null');

test('an amount is typed in yuan and comes out in fen', async () => {
  render(
    <Held<number | null> initial={null}>
      {(value, set) => <MoneyField label="月薪" value={value} onChange={set} maxFen={1_000_000} />}
    </Held>,
  );
  const field = screen.getByLabelText('月薪');
  await userEvent.type(field, '5500.5');
  expect(held()).toBe(550_050);
  await userEvent.tab();
  expect((field as HTMLInputElement).value).toBe('5,500.50');
  await userEvent.clear(field);
  await userEvent.type(field, '12000');
  expect(screen.getByText('不能超过 10,000')).toBeTruthy();
  await userEvent.type(field, 'x');
  expect(screen.getByText('请填金额，最多两位小数，如 1284.50')).toBeTruthy();
  expect(held()).toBeNull();
});

test('a number says what it does not take', async () => {
  render(
    <Held<number | null> initial={null}>
      {(value, set) => <NumberField label="人数" value={value} onChange={set} min={1} max={99} />}
    </Held>,
  );
  await userEvent.type(screen.getByLabelText('人数'), '0');
  expect(screen.getByText('不能少于 1')).toBeTruthy();
  await userEvent.type(screen.getByLabelText('人数'), '人');
  expect(screen.getByText('请填数字，如 3')).toBeTruthy();
});

test('a day reads back in words', async () => {
  render(
    <Held initial="">
      {(value, set) => <DateField label="日期" value={value} onChange={set} max="2026-12-31" />}
    </Held>,
  );
  const field = screen.getByLabelText('日期');
  await userEvent.type(field, '20261123');
  expect(screen.getByText('2026年11月23日周一')).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, '2027-01-05');
  expect(screen.getByText(/^不能晚于/)).toBeTruthy();
  await userEvent.clear(field);
  await userEvent.type(field, '11月');
  await userEvent.tab();
  expect(screen.getByText('请按“年-月-日”填写，如 2026-11-23')).toBeTruthy();
});

test('too long a text is said, not cut', async () => {
  render(<TextArea label="说明" value="一二三四五" onChange={() => {}} maxLength={3} />);
  expect(screen.getByText('多了 2 个字，请删短一些')).toBeTruthy();
  expect(screen.getByText('已写 5 字，最多 3 字')).toBeTruthy();
});

test('a combo box offers what fits, and takes only what was chosen', async () => {
  const all = ['车工', '电工'].map((label) => ({ value: label, label }));
  const suggest = async (text: string) => all.filter(({ label }) => label.includes(text));
  render(
    <Held<Suggestion | null> initial={null}>
      {(value, set) => <ComboBox label="职业" value={value} onChange={set} suggest={suggest} />}
    </Held>,
  );
  const box = screen.getByRole('combobox', { name: '职业' }) as HTMLInputElement;
  await userEvent.type(box, '电');
  await screen.findByRole('option', { name: '电工' });
  await userEvent.keyboard('{Enter}');
  expect(box.value).toBe('电工');
  await userEvent.clear(box);
  await userEvent.type(box, '焊');
  // Past the button that clears it.
  await userEvent.tab();
  await userEvent.tab();
  expect(box.value).toBe('');
});

test('a line that suggests keeps what was typed; arrows choose, and lead back to it', async () => {
  const all = ['车工', '数控车工'].map((label) => ({ value: label, label }));
  const suggest = async (text: string) => all.filter(({ label }) => label.includes(text));
  render(
    <Held initial="">
      {(value, set) => <SuggestField label="技能" value={value} onChange={set} suggest={suggest} />}
    </Held>,
  );
  const box = screen.getByRole('combobox', { name: '技能' }) as HTMLInputElement;
  await userEvent.type(box, '车');
  const last = await screen.findByRole('option', { name: '数控车工' });
  await userEvent.keyboard('{ArrowUp}');
  expect(last.getAttribute('aria-selected')).toBe('true');
  await userEvent.keyboard('{ArrowDown}');
  expect(box.getAttribute('aria-activedescendant')).toBeNull();
  await userEvent.keyboard('{Enter}');
  expect(box.value).toBe('车');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  expect(box.value).toBe('车工');
  await userEvent.clear(box);
  await userEvent.type(box, '焊');
  await waitFor(() => expect(screen.queryByRole('listbox')).toBeNull());
  // Nothing known is no news to somebody who may write anything.
  expect(screen.queryByText(/没有找到/)).toBeNull();
  expect(box.value).toBe('焊');
});

test('what was typed into a box of many and not chosen is not lost', async () => {
  render(
    <Held<Suggestion[]> initial={[]}>
      {(values, set) => (
        <ManyBox label="工作" values={values} onChange={set} suggest={async () => []} takesTyped />
      )}
    </Held>,
  );
  const box = screen.getByRole('combobox', { name: '工作' });
  await userEvent.type(box, '电工{Enter}');
  expect(screen.getByRole('button', { name: '去掉 电工' })).toBeTruthy();
  await userEvent.type(box, '保安');
  await userEvent.click(document.body);
  expect(screen.getByRole('button', { name: '去掉 保安' })).toBeTruthy();
  expect((box as HTMLInputElement).value).toBe('');
});

function Sample({ refusal }: { refusal?: unknown }) {
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => ({ name: name ? undefined : '请填写姓名' }),
    refusal,
  });
  return (
    <Form form={form} submit="保存" onSubmit={() => {}}>
      <TextField label="姓名" {...form.field('name')} />
    </Form>
  );
}

test('what is lacking is said above, in focus, and at the field', async () => {
  render(<Sample />);
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  const note = screen.getByRole('alert');
  expect(document.activeElement).toBe(note);
  await userEvent.click(screen.getByRole('link', { name: '姓名：请填写姓名' }));
  expect(document.activeElement).toBe(screen.getByLabelText('姓名'));
  await userEvent.type(screen.getByLabelText('姓名'), '张');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('the server’s refusal stands at its field until that is changed', async () => {
  const errors = [{ pointer: '/name', code: 'too_long' as never, detail: '姓名太长' }];
  const refusal = new ApiError(422, { code: 'invalid' as never, errors });
  const { rerender } = render(<Sample />);
  rerender(<Sample refusal={refusal} />);
  expect(screen.getByRole('link', { name: '姓名：姓名太长' })).toBeTruthy();
  expect(screen.getByLabelText('姓名').getAttribute('aria-invalid')).toBe('true');
  await userEvent.type(screen.getByLabelText('姓名'), '张');
  expect(screen.queryByText('姓名太长')).toBeNull();
});

test('a refusal about no field is said whole', () => {
  render(<Sample refusal={new ApiError(0, { code: 'unreachable' })} />);
  expect(screen.getByRole('heading', { name: '没有保存成功' })).toBeTruthy();
});
