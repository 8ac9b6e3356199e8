import { useRef, useState } from 'react';
import { useFieldSentences } from '../feedback/ErrorNote';
import type { Wrong } from './ErrorSummary';

/** What is wrong, by field: the sentence that stands beside it. Inner ones as `experiences/0/title`. */
export type Faults = Record<string, string | undefined>;

interface Options<T> {
  initial: T;
  /** What the page itself can tell is wrong; it is first said when somebody tries to send. */
  check?: (values: T) => Faults;
  /** The server's refusal of the last try; its fields are marked until they are changed. */
  refusal?: unknown;
}

export interface FormState<T> {
  values: T;
  /** Changes some values, by name. */
  set: (changed: Partial<T>) => void;
  /** Begins anew, as with the values that were just saved. */
  reset: (values: T) => void;
  /** These values were saved; what was typed since stays, as changed. */
  kept: (values: T) => void;
  /** What it began with, or what was last kept. */
  start: T;
  isChanged: boolean;
  /** What a field takes: `<TextField label="…" {...form.field('name')} />`. */
  field: <K extends keyof T & string>(name: K) => Control<T[K]>;
  /** As `field`, for choices whose values are a list: `<CheckGroup {...form.list('shifts')} />`. */
  list: <K extends keyof T & string>(name: K) => ListControl<T[K]>;
  /** The id and the error of a field inside a list or an object, by its path. */
  inner: (path: string) => { id: string; error: string | undefined };
  wrong: Wrong[];
  refusal: unknown;
  /** True when all is well, or all of `only`; otherwise what is wrong is said until it is right. */
  isFit: (only?: readonly string[], of?: T) => boolean;
}

interface Control<V> {
  id: string;
  value: V;
  onChange: (value: V) => void;
  error: string | undefined;
}

interface ListControl<V> {
  id: string;
  values: V;
  onChange: (values: V) => void;
  error: string | undefined;
}

/** The values of a form, and what is wrong with them. */
export function useForm<T extends object>({ initial, check, refusal }: Options<T>): FormState<T> {
  const [values, setValues] = useState(initial);
  const [start, setStart] = useState(initial);
  // As it was said at the last try: a sentence that changes with each letter would take the focus along.
  const [told, setTold] = useState<Faults>({});
  // A refusal speaks of what was sent; a field that changed since is no longer meant.
  const changedSince = useRef({ refusal, fields: new Set<string>() });
  if (changedSince.current.refusal !== refusal) {
    changedSince.current = { refusal, fields: new Set() };
  }
  const said = useFieldSentences(refusal)
    .map(({ pointer, sentence }) => [pointer.replace(/^\//, ''), sentence] as const)
    .filter(([path]) => !changedSince.current.fields.has(path.split('/')[0] ?? ''));
  const isWrong = check?.(values) ?? {};
  const own = Object.fromEntries(Object.entries(told).filter(([path]) => isWrong[path]));
  const faults: Faults = { ...Object.fromEntries(said), ...own };
  for (const [path, sentence] of said) faults[path] ??= sentence;

  function set(changed: Partial<T>) {
    for (const name of Object.keys(changed)) changedSince.current.fields.add(name);
    setValues((current) => ({ ...current, ...changed }));
  }

  function field<K extends keyof T & string>(name: K): Control<T[K]> {
    return {
      id: fieldId(name),
      value: values[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<T>),
      error: faults[name],
    };
  }

  return {
    values,
    set,
    reset: (fresh) => {
      setValues(fresh);
      setStart(fresh);
      setTold({});
    },
    kept: setStart,
    start,
    isChanged: values !== start && JSON.stringify(values) !== JSON.stringify(start),
    field,
    list: (name) => {
      const { value, ...rest } = field(name);
      return { ...rest, values: value };
    },
    inner: (path) => ({ id: fieldId(path), error: faults[path] }),
    wrong: Object.entries(faults).flatMap(([path, sentence]) =>
      sentence ? [{ field: fieldId(path), sentence }] : [],
    ),
    refusal,
    isFit: (only, of = values) => {
      const found = Object.entries(check?.(of) ?? {});
      const asked = found.filter(([path, fault]) => fault && (!only || only.includes(path)));
      const others = only && Object.entries(own).filter(([path]) => !only.includes(path));
      setTold(Object.fromEntries([...(others ?? []), ...asked]));
      return asked.length === 0;
    },
  };
}

/** The id by which a field, its label and the summary of errors find each other. */
export function fieldId(path: string): string {
  return `field-${path.replaceAll('/', '-')}`;
}
