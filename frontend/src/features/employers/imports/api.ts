import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../api/client';
import { forgetPositions } from '../api';

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async ({ signal }) => {
    const all = await ok(api.GET('/api/imports', { signal }));
    return all.filter(({ kind }) => kind === 'positions');
  },
});

export type Mapping = Record<string, string>;

interface Sending {
  file: File;
  mapping: Mapping;
  /** Writes the rows: made when the file was chosen. Left out: only a trial. */
  key?: string;
  mode?: 'all' | 'good';
}

/** The type by the name's end, since browsers without an office program do not know it. */
function typeOf(name: string): string {
  return /\.csv$/i.test(name)
    ? 'text/csv'
    : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
}

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, mapping, key, mode }: Sending) => {
      const query = {
        dry_run: key === undefined,
        file_name: file.name,
        ...(Object.keys(mapping).length > 0 && { mapping: JSON.stringify(mapping) }),
        ...(mode && { mode }),
      };
      return ok(
        api.POST('/api/positions/imports', {
          params: { query, ...(key && { header: { 'Idempotency-Key': key } }) },
          headers: { 'Content-Type': typeOf(file.name) },
          // The document describes the bytes as a list of numbers; they go as they are.
          body: file as unknown as number[],
          bodySerializer: (bytes: unknown) => bytes as BodyInit,
        }),
      );
    },
    onSuccess: async (report) => {
      if (report.dry_run) return;
      await client.invalidateQueries(importsQuery);
      await forgetPositions(client);
    },
  });
}

export function useUndoImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      ok(api.POST('/api/imports/{id}/undo', { params: { path: { id } } })),
    onSettled: async () => {
      await client.invalidateQueries(importsQuery);
      await forgetPositions(client);
    },
  });
}
