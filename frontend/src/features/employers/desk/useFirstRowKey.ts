import { useEffect, useRef } from 'react';

/** J from anywhere on the page goes to the first row; inside the table, the table itself goes on. */
export function useFirstRowKey() {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'j' || event.ctrlKey || event.metaKey || event.altKey) return;
      const from = event.target as HTMLElement;
      if (from.matches('input:not([type=radio]), select, textarea, dialog *, tbody *')) return;
      list.current?.querySelector<HTMLElement>('tbody a')?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return list;
}
