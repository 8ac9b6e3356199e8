import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { QrCode } from './QrCode';

afterEach(cleanup);

test('is an image with a name, and its code can be read and typed', async () => {
  render(<QrCode text="https://example.com/t/1" label="Ticket" code="8K2M" />);
  const image = screen.getByRole('img', { name: '二维码 · Ticket' });
  expect(screen.getByText('8K2M')).toBeTruthy();
  await expect
    .poll(() => image.querySelector('path')?.getAttribute('d')?.length)
    .toBeGreaterThan(500);
});

test('other words are another code', async () => {
  const drawn = async (text: string) => {
    render(<QrCode text={text} label="x" />);
    const path = () => screen.getByRole('img').querySelector('path')?.getAttribute('d');
    await expect.poll(path).toBeTruthy();
    const found = path();
    cleanup();
    return found;
  };
  expect(await drawn('a')).not.toBe(await drawn('b'));
});
