import { useEffect, useRef, useState } from 'react';

/** Long enough that not every key asks the server, short enough not to be felt. */
const PAUSE_MS = 180;

/** Looks for suggestions a moment after the last key; an answer that comes too late is dropped. */
export function useSuggestions<T>(
  suggest: (text: string, signal: AbortSignal) => Promise<readonly T[]>,
) {
  const [found, setFound] = useState<readonly T[]>([]);
  const [isBusy, setBusy] = useState(false);
  const current = useRef<AbortController>(undefined);
  useEffect(() => () => current.current?.abort(), []);

  function look(text: string) {
    current.current?.abort();
    const control = new AbortController();
    current.current = control;
    setBusy(true);
    setTimeout(async () => {
      if (control.signal.aborted) return;
      // Without suggestions one can still type; the form says what is wrong when it is sent.
      const answer = await suggest(text.trim(), control.signal).catch(() => []);
      if (control.signal.aborted) return;
      setFound(answer);
      setBusy(false);
    }, PAUSE_MS);
  }

  return { found, isBusy, look };
}
