import { useEffect } from 'react';

export const STEP_ID = 'next-step';

/** N goes to the next step from everywhere on the page, unless somebody is writing. */
export function useStepKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey) return;
      if ((event.target as HTMLElement).matches('input, select, textarea, dialog *')) return;
      const step = document.getElementById(STEP_ID);
      const first = step?.querySelector<HTMLElement>('input, button, a');
      if (!first) return;
      event.preventDefault();
      first.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
