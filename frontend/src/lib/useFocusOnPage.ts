import { useEffect, useRef } from 'react';

/**
 * A new page of the list begins at its top, also for the keyboard. `conditions` names the list: who changes
 * a filter begins anew, and stays at the filter.
 */
export function useFocusOnPage<E extends HTMLElement>(after: string | undefined, conditions = '') {
  const list = useRef<E>(null);
  const shown = useRef({ after, conditions });
  useEffect(() => {
    const before = shown.current;
    shown.current = { after, conditions };
    if (before.after === after || before.conditions !== conditions) return;
    list.current?.focus({ preventScroll: true });
    list.current?.scrollIntoView?.({ block: 'start' });
  }, [after, conditions]);
  return list;
}
