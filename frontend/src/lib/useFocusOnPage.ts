import { useEffect, useRef } from 'react';

/** A new page of the list begins at its top, also for the keyboard. */
export function useFocusOnPage<E extends HTMLElement>(after: string | undefined) {
  const list = useRef<E>(null);
  const shown = useRef(after);
  useEffect(() => {
    if (shown.current === after) return;
    shown.current = after;
    list.current?.focus({ preventScroll: true });
    list.current?.scrollIntoView?.({ block: 'start' });
  }, [after]);
  return list;
}
