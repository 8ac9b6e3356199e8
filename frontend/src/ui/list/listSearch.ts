/** What the address of a list may hold besides its own filters. All values are short texts. */
export interface ListSearch {
  /** Words to look for. */
  q?: string | undefined;
  /** A column's key, with `-` before it for descending. */
  sort?: string | undefined;
  /** The place where this page begins, as the server gave it. */
  after?: string | undefined;
  /** The row whose detail is open. */
  sel?: string | undefined;
}

const TEXT_MAX = 200;

/**
 * Reads the address of a list: the fixed keys, and its own filters with the values each may have (`null`:
 * any short text). What is unknown falls away silently, so that an old link still opens the list.
 *
 *     validateSearch: listSearch({ state: ['draft', 'open'], division: null })
 */
export function listSearch<const F extends Record<string, readonly string[] | null>>(filters: F) {
  type Values = { [K in keyof F]?: F[K] extends readonly (infer V)[] ? V : string };
  const allowed: Record<string, readonly string[] | null> = {
    q: null,
    sort: null,
    after: null,
    sel: null,
    ...filters,
  };
  return (address: Record<string, unknown>): ListSearch & Values => {
    const known = Object.entries(address).filter(([key, value]) => {
      if (typeof value !== 'string' || value === '' || value.length > TEXT_MAX) return false;
      const values = allowed[key];
      return values === null || values?.includes(value);
    });
    return Object.fromEntries(known) as ListSearch & Values;
  };
}

/** The same list with everything shown; the order stays. */
export function withoutFilters<S extends ListSearch>(search: S): S {
  return { sort: search.sort } as S;
}

/** What makes two addresses the same view: the filters, not the order, the page or the open row. */
export function viewOf<S extends ListSearch>(search: S): string {
  const { sort, after, sel, ...rest } = search;
  const said = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return JSON.stringify(said.sort(([a], [b]) => a.localeCompare(b)));
}

/** What of a list is worth keeping: not the words, the page or the open row. */
export function keptSearch<S extends ListSearch>(search: S): S {
  const { q, after, sel, ...kept } = search;
  return kept as S;
}
