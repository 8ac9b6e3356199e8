// The keyboard shortcuts. The code that does the work of one registers it while it does, so a list of
// those registered cannot name what does not work. A key without Ctrl may be hit by accident, or by
// speech recognition, so these can be turned off (WCAG 2.1.4): `data-single-keys` on <html>, which the
// app sets from the preferences.
import { type RefObject, useEffect, useRef } from 'react';

interface Keys {
  key: string;
  /** Or Cmd, on a Mac. */
  withControl?: true;
  /** Also where somebody types. */
  isTyped?: true;
}

/** In the order in which they are listed. */
export const shortcuts = {
  nextStep: { key: 'n' },
  firstRow: { key: 'j' },
  nextRow: { key: 'j' },
  previousRow: { key: 'k' },
  selectRow: { key: 'x' },
  nextDetail: { key: 'j' },
  previousDetail: { key: 'k' },
  undo: { key: 'z', withControl: true },
  palette: { key: 'k', withControl: true, isTyped: true },
  list: { key: '?' },
} as const satisfies Record<string, Keys>;

export type Shortcut = keyof typeof shortcuts;

interface Reach {
  /** Works while the focus is in here; without it, on the whole page. */
  within?: RefObject<HTMLElement | null>;
  /** Whether there is anything to do at present; left out, there always is. */
  works?: () => boolean;
}

interface Registered {
  shortcut: Shortcut;
  works: () => boolean;
}

const TYPED_IN = 'textarea, select, input:not([type=checkbox], [type=radio])';
const registered = new Set<Registered>();

/** What somebody could press now. */
export function workingShortcuts(): Shortcut[] {
  const working = new Set(
    [...registered].filter(({ works }) => works()).map((one) => one.shortcut),
  );
  return (Object.keys(shortcuts) as Shortcut[]).filter((shortcut) => working.has(shortcut));
}

export function isSingleKey(shortcut: Shortcut): boolean {
  return !keysOf(shortcut).withControl;
}

/** Does this on the shortcut while it is rendered; nothing without something to do. */
export function useShortcut(
  shortcut: Shortcut,
  onPress: ((from: HTMLElement) => void) | undefined,
  reach: Reach = {},
) {
  const latest = useRef({ onPress, reach });
  latest.current = { onPress, reach };
  const isActive = onPress !== undefined;
  useEffect(() => {
    if (!isActive) return;
    const works = () => latest.current.reach.works?.() ?? true;
    const own = { shortcut, works };
    const onKey = (event: KeyboardEvent) => {
      const from = event.target as HTMLElement;
      // The innermost is registered first, and is the only one to answer.
      if (event.defaultPrevented || !isPressed(shortcut, event) || !works()) return;
      if (!reaches(shortcut, from, latest.current.reach.within)) return;
      event.preventDefault();
      latest.current.onPress?.(from);
    };
    registered.add(own);
    document.addEventListener('keydown', onKey);
    return () => {
      registered.delete(own);
      document.removeEventListener('keydown', onKey);
    };
  }, [shortcut, isActive]);
}

function isPressed(shortcut: Shortcut, event: KeyboardEvent): boolean {
  const { key, withControl } = keysOf(shortcut);
  const isHeld = event.ctrlKey || event.metaKey;
  if (event.altKey || isHeld !== (withControl ?? false)) return false;
  // Some layouts have signs behind Shift; with a letter, Shift makes it another shortcut.
  return event.key.toLowerCase() === key && (key === '?' || !event.shiftKey);
}

function reaches(shortcut: Shortcut, from: HTMLElement, within: Reach['within']): boolean {
  if (!keysOf(shortcut).isTyped && from.matches?.(TYPED_IN)) return false;
  if (!isSingleKey(shortcut)) return true;
  if (document.documentElement.dataset.singleKeys === 'off') return false;
  const place = within?.current;
  if (!within) return document.querySelector('dialog:modal') === null;
  // A question asked from in there is a place of its own.
  const question = from.closest('dialog:modal');
  return place?.contains(from) === true && (question === place || !place.contains(question));
}

function keysOf(shortcut: Shortcut): Keys {
  return shortcuts[shortcut];
}
