import { useShortcut } from './shortcuts';

export const STEP_ID = 'next-step';

/** N goes to the next step from everywhere on the page, while there is one. */
export function useStepKey() {
  useShortcut('nextStep', () => step()?.focus(), { works: () => step() !== null });
}

function step(): HTMLElement | null {
  const place = document.getElementById(STEP_ID);
  return place?.querySelector<HTMLElement>('input, button, a') ?? null;
}
