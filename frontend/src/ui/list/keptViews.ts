import { createContext } from 'react';
import type { List, SavedView } from '../../api/types';
import type { ListSearch } from './listSearch';
import type { View } from './SavedViews';

/** Where the views somebody saved are kept: whoever puts a list on the screen provides it. */
export interface KeptViews {
  views: readonly SavedView[];
  keep: (list: List, name: string, query: string) => Promise<unknown>;
  drop: (id: string) => void;
}

/** Nothing is provided: no view can be saved. */
export const KeptViewsContext = createContext<KeptViews | undefined>(undefined);

/** A list's address as it is kept. */
export function queryOf<S extends ListSearch>(search: S): string {
  const said = Object.entries(search).filter(([, value]) => value !== undefined && value !== '');
  return new URLSearchParams(said).toString();
}

export function viewOfKept<S extends ListSearch>({ name, query }: SavedView): View<S> {
  return { label: name, search: Object.fromEntries(new URLSearchParams(query)) as unknown as S };
}
