import { expect, test } from 'vitest';
import { csvOf } from './csv';

const bytes = (file: Blob) =>
  new Promise<number[]>((done) => {
    const reader = new FileReader();
    reader.onload = () => done([...new Uint8Array(reader.result as ArrayBuffer)]);
    reader.readAsArrayBuffer(file);
  });

test('begins with the mark that spreadsheets look for', async () => {
  expect((await bytes(csvOf([['a']]))).slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
});

test.each([
  ['plain words', 'town', 'town'],
  ['a comma', 'a,b', '"a,b"'],
  ['a quote', 'a "b"', '"a ""b"""'],
  ['a line break', 'a\nb', '"a\nb"'],
  ['a number below zero', -3.5, '-3.5'],
  ['nothing', null, ''],
  ['what would be a formula', '=1+1', "'=1+1"],
  ['what would be a call', '@SUM(A1)', "'@SUM(A1)"],
])('%s', async (_, value, cell) => {
  const text = new TextDecoder().decode(Uint8Array.from(await bytes(csvOf([['x', value]]))));
  expect(text).toBe(`x,${cell}\r\n`);
});
