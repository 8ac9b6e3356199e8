import type { Event, Role } from '../../api/types';
import { useWords } from '../locale';
import { sharedWords } from '../words';
import { eventWords } from './words';

/** What happened, in plain words. */
export function useEventName() {
  const t = useWords(eventWords);
  return (event: Event) => t.event[event];
}

/** What is worth telling of an event's details. They are codes, counts and ids; ids tell nothing here. */
export function useEventDetails() {
  const t = useWords(eventWords);
  const shared = useWords(sharedWords);
  return (details: unknown): string[] => {
    if (typeof details !== 'object' || details === null) return [];
    return Object.entries(details).flatMap(([key, value]) => {
      if (key === 'role') return [shared.role[value as Role] ?? []].flat();
      if (key === 'visible') return [value ? t.visible : t.hidden];
      if (key === 'service_member') return [value ? t.serviceMember : t.noServiceMember];
      if (key === 'written' && typeof value === 'number') return [t.written(value)];
      if (key === 'removed' && typeof value === 'number') return [t.removed(value)];
      if (key === 'kept' && typeof value === 'number') return [t.kept(value)];
      const words = typeof value === 'string' ? t.value[value] : undefined;
      return words ? [words] : [];
    });
  };
}
