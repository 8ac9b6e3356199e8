import { useRef } from 'react';
import { useShortcut } from '../../../lib/shortcuts';

/** J from anywhere on the page goes to the first row; inside the table, the table itself goes on. */
export function useFirstRowKey() {
  const list = useRef<HTMLDivElement>(null);
  const first = () => list.current?.querySelector<HTMLElement>('tbody a') ?? null;
  useShortcut('firstRow', () => first()?.focus(), { works: () => first() !== null });
  return list;
}
