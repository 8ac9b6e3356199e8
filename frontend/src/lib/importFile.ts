// A table somebody chose to import: what can be told before it is sent, and what a refusal asks for.
import type { ImportReport } from '../api/types';
import { ApiError } from './ApiError';

/** Kinds that are read; the type that a browser tells is often empty or wrong. */
const READ = /\.(xlsx|csv)$/i;
const COLUMN = '/mapping/';

export function faultOf(file: File): 'empty' | 'kind' | undefined {
  if (file.size === 0) return 'empty';
  return READ.test(file.name) ? undefined : 'kind';
}

/** The fields without a column, and the headers to choose from, when that is why it was refused. */
export function withoutColumns(
  error: unknown,
): Pick<ImportReport, 'mapping' | 'ignored'> | undefined {
  if (!(error instanceof ApiError) || error.status !== 422) return undefined;
  const { errors = [], current } = error.problem;
  const fields = (errors ?? []).filter(({ pointer }) => pointer.startsWith(COLUMN));
  if (fields.length === 0 || !Array.isArray(current)) return undefined;
  return {
    mapping: fields.map(({ pointer }) => ({
      field: pointer.slice(COLUMN.length),
      column: null,
      found: 'absent',
      required: true,
    })),
    ignored: current.map(String),
  };
}
