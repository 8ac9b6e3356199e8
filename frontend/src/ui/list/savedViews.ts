// The views somebody saved, on this device. Only filters: words that were searched may be a person's
// name, so they are never kept. The server has no place for them yet.
import type { ListSearch } from './listSearch';
import type { View } from './SavedViews';

const place = (id: string) => `views:${id}`;

export function readViews<S extends ListSearch>(id: string): View<S>[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(id)) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isView<S>) : [];
  } catch {
    return [];
  }
}

export function keepViews<S extends ListSearch>(id: string, views: readonly View<S>[]) {
  localStorage.setItem(place(id), JSON.stringify(views));
}

function isView<S>(kept: unknown): kept is View<S> {
  const { label, search } = (kept ?? {}) as Partial<View<unknown>>;
  return typeof label === 'string' && typeof search === 'object' && search !== null;
}
