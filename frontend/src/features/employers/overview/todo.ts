import type { OwnPosition } from '../../../api/types';
import { daysUntil, endsSoon } from '../days';

export interface Todo {
  position: OwnPosition;
  why: 'ends' | 'unlawful' | 'waiting';
}

/** What needs doing, the most pressing first. */
export function todosOf(positions: readonly OwnPosition[]): Todo[] {
  const ending = positions
    .filter(endsSoon)
    .sort((a, b) => daysUntil(a.valid_until) - daysUntil(b.valid_until));
  const drafts = positions.filter(({ state }) => state === 'draft');
  const unlawful = drafts.filter((position) => position.unlawful.length > 0);
  const waiting = drafts.filter((position) => position.unlawful.length === 0);
  return [
    ...ending.map((position) => ({ position, why: 'ends' as const })),
    ...unlawful.map((position) => ({ position, why: 'unlawful' as const })),
    ...waiting.map((position) => ({ position, why: 'waiting' as const })),
  ];
}
