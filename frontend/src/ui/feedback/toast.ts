// What was just done, said for a while at the edge of the page. The list of what is being said; who
// shows it is Toasts.

export interface Toast {
  id: number;
  /** What was done: “已移到面试”. */
  text: string;
  /** Takes it back; the toast then offers it, and so does Ctrl+Z. */
  onUndo?: () => void;
  /** When it went by without being taken back: the moment to really send. */
  onEnd?: () => void;
  seconds: number;
}

let toasts: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();

/** Six seconds to read; ten where something can be taken back. */
const READ_S = 6;
const UNDO_S = 10;

export function showToast(toast: Omit<Toast, 'id' | 'seconds'> & { seconds?: number }) {
  count += 1;
  const seconds = toast.seconds ?? (toast.onUndo ? UNDO_S : READ_S);
  change([...toasts, { ...toast, id: count, seconds }]);
}

export function undoToast(toast: Toast) {
  change(toasts.filter(({ id }) => id !== toast.id));
  toast.onUndo?.();
}

/** Its time is over, or somebody closed it; it stays done either way. */
export function endToast(toast: Toast) {
  if (!toasts.includes(toast)) return;
  change(toasts.filter(({ id }) => id !== toast.id));
  toast.onEnd?.();
}

export function currentToasts(): readonly Toast[] {
  return toasts;
}

export function onToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

// A page that is left must not lose what it only put off.
globalThis.addEventListener?.('pagehide', () => {
  for (const toast of toasts) endToast(toast);
});
