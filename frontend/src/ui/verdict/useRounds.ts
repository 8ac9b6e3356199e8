import { useState } from 'react';

export interface Given {
  etag: string;
  approve: boolean;
  /** The papers that were seen, or what is missing. */
  what: string;
}

export interface Deciding {
  mutate: (given: Given, then: { onSuccess: () => void }) => void;
  reset: () => void;
  error: Error | null;
  isPending: boolean;
}

/** Each decision ends a round; the next begins with nothing ticked. */
export function useRounds(deciding: Deciding) {
  const [isAgain, setAgain] = useState(false);
  const [round, setRound] = useState(0);
  const mutate: Deciding['mutate'] = (given, { onSuccess }) =>
    deciding.mutate(given, {
      onSuccess: () => {
        onSuccess();
        setAgain(false);
        setRound(round + 1);
      },
    });
  return { round, isAgain, lookAgain: () => setAgain(true), verify: { ...deciding, mutate } };
}
