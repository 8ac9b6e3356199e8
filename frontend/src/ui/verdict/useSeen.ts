import { useEffect, useRef, useState } from 'react';
import { isOutdated } from '../../lib/ApiError';
import type { Deciding } from './useRounds';

/** What is compared with the papers, in words. */
export interface Fact {
  label: string;
  value: string;
}

export interface Change {
  label: string;
  before: string;
  now: string;
}

interface Options {
  facts: readonly Fact[];
  etag: string;
  /** Papers are ticked or a reason is written: from here on it counts what was looked at. */
  isBegun: boolean;
  verify: Pick<Deciding, 'error' | 'isPending'>;
  /** Reads what stands now; the facts then come anew. */
  onReload: () => void;
  onLate?: (() => void) | undefined;
}

/** Whether what somebody decides about is still what they looked at. */
export function useSeen({ facts, etag, isBegun, verify, onReload, onLate }: Options) {
  const { error, isPending } = verify;
  const [seen, setSeen] = useState<readonly Fact[]>();
  const sent = useRef<string>(undefined);
  const isRefused = isOutdated(error);
  const changes = seen ? changesOf(seen, facts) : [];
  // One's own decision changes it too.
  const isLate = isRefused || (changes.length > 0 && !isPending);

  useEffect(() => {
    if (isBegun && !seen) setSeen(facts);
  }, [isBegun, seen, facts]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal.
  useEffect(() => {
    if (isRefused) onReload();
  }, [error]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it becomes so.
  useEffect(() => {
    if (isLate) onLate?.();
  }, [isLate]);

  return {
    isLate,
    /** False until what stands now was read. */
    isRead: !isRefused || sent.current !== etag,
    changes,
    sending: () => {
      sent.current = etag;
    },
    lookedAgain: () => setSeen(facts),
  };
}

export function changesOf(before: readonly Fact[], now: readonly Fact[]): Change[] {
  const known = new Map(before.map(({ label, value }) => [label, value]));
  return now.flatMap(({ label, value }) => {
    const old = known.get(label) ?? '';
    return old === value ? [] : [{ label, before: old, now: value }];
  });
}
