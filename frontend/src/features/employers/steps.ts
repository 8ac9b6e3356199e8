import { useState } from 'react';
import { newKey } from '../../api/client';
import type { OwnPosition, Step } from '../../api/types';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { showToast } from '../../ui/feedback/toast';
import { useDuplicate, useStep } from './api';
import { daysAfter, daysUntil, RENEW_DAYS } from './days';
import { employerWords } from './words';

interface Refused {
  position: OwnPosition;
  error: unknown;
}

/** What can be done with a position, each said afterwards and taken back where the server can. */
export function useSteps(onCopied: (id: string) => void) {
  const t = useWords(employerWords);
  const format = useFormat();
  const step = useStep();
  const duplicate = useDuplicate();
  const [refused, setRefused] = useState<Refused>();

  async function run(position: OwnPosition, kind: Step) {
    const { title } = position;
    const day = kind === 'renew' ? { valid_until: daysAfter(RENEW_DAYS) } : {};
    setRefused(undefined);
    try {
      const { id, version } = await step.mutateAsync({ ...position, step: kind, ...day });
      const back = undoOf(position, kind);
      const undo = async () => {
        await step.mutateAsync({ id, version, ...back, step: back?.step ?? kind });
        showToast({
          text: t.taken[takenOf(position, kind)](title, format.day(position.valid_until)),
        });
      };
      showToast({
        text: t.done[kind](title, format.day(day.valid_until ?? position.valid_until)),
        ...(back && { onUndo: () => undo().catch((error) => setRefused({ position, error })) }),
      });
    } catch (error) {
      setRefused({ position, error });
    }
  }

  async function copy(position: OwnPosition) {
    setRefused(undefined);
    try {
      onCopied((await duplicate.mutateAsync({ id: position.id, key: newKey() })).id);
    } catch (error) {
      setRefused({ position, error });
    }
  }

  return { run, copy, refused };
}

/** What leads back, if anything does: a closed position stays closed. */
export function undoOf(position: OwnPosition, done: Step) {
  if (done === 'publish') return { step: 'pause' as const };
  if (done === 'pause') return { step: 'publish' as const };
  const wasValid = position.state !== 'closed' && daysUntil(position.valid_until) >= 0;
  if (done !== 'renew' || !wasValid) return undefined;
  return { step: 'renew' as const, valid_until: position.valid_until };
}

/** How it stands once that was done: a draft that was public for a moment is paused, no draft again. */
export function takenOf({ state }: OwnPosition, done: Step) {
  if (done === 'publish') return state === 'draft' ? 'draft' : 'paused';
  return done === 'pause' ? 'open' : 'day';
}

/** What the state allows, in the order in which it is needed. */
export function stepsOf({ state, closed_why }: OwnPosition): Step[] {
  if (state === 'closed') return closed_why === 'expired' ? ['renew'] : [];
  return state === 'open' ? ['pause', 'renew', 'close'] : ['publish', 'renew', 'close'];
}
