// Two people changed the same thing: what each of them changed, against what both began with.

export interface Merge<T> {
  /** Both changed it, and not to the same. */
  disputed: (keyof T & string)[];
  /** Only the other one changed it. */
  taken: (keyof T & string)[];
  /** One's own changes, over what stands now. */
  values: T;
}

/** Field by field: who changed it has their say; where both did, one's own stands until they choose. */
export function mergeOf<T extends object>(base: T, mine: T, theirs: T): Merge<T> {
  const merge: Merge<T> = { disputed: [], taken: [], values: { ...theirs } };
  for (const name of Object.keys(theirs) as (keyof T & string)[]) {
    if (isSame(mine[name], base[name])) {
      if (!isSame(theirs[name], base[name])) merge.taken.push(name);
      continue;
    }
    merge.values[name] = mine[name];
    const isDisputed = !isSame(theirs[name], base[name]) && !isSame(theirs[name], mine[name]);
    if (isDisputed) merge.disputed.push(name);
  }
  return merge;
}

/** The same to a reader: space around words does not count, nor what only the form needs. */
export function isSame(one: unknown, other: unknown): boolean {
  return plain(one) === plain(other);
}

function plain(value: unknown): string {
  return JSON.stringify(value, (_, inner) => {
    if (typeof inner === 'string') return inner.trim();
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner;
    // A suggestion is its value: how it is labelled depends on where it was found.
    if ('value' in inner && 'label' in inner) return inner.value;
    const { key: _key, ...rest } = inner;
    return Object.fromEntries(Object.entries(rest).sort());
  });
}
