import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../../../../api/client';

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: async ({ signal }) => {
    const all = await ok(api.GET('/api/imports', { signal }));
    return all.filter(({ kind }) => kind === 'people');
  },
});

/** Field → header of its column; an empty header leaves the field out. */
export type Mapping = Record<string, string>;

interface Sent {
  file: File;
  mapping: Mapping;
  /** Nothing: only tried. */
  commit?: { mode: 'all' | 'good'; key: string };
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function useImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, mapping, commit }: Sent) => {
      const isCsv = file.name.toLowerCase().endsWith('.csv');
      const query = {
        dry_run: !commit,
        file_name: file.name,
        ...(Object.keys(mapping).length > 0 && { mapping: JSON.stringify(mapping) }),
        ...(commit && { mode: commit.mode }),
      };
      return ok(
        api.POST('/api/people/imports', {
          params: { query, header: commit ? { 'Idempotency-Key': commit.key } : {} },
          // The body is the file itself, not a form around it.
          headers: { 'Content-Type': isCsv ? 'text/csv' : XLSX },
          body: file as never,
          bodySerializer: (body: unknown) => body as BodyInit,
        }),
      );
    },
    onSuccess: (report) => {
      if (report.dry_run) return;
      client.invalidateQueries(importsQuery);
      client.invalidateQueries({ queryKey: ['people', 'list'] });
      client.resetQueries({ queryKey: ['desk'] });
    },
  });
}

export function useUndoImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      ok(api.POST('/api/imports/{id}/undo', { params: { path: { id } } })),
    onSettled: () => {
      client.invalidateQueries(importsQuery);
      client.invalidateQueries({ queryKey: ['people', 'list'] });
      client.resetQueries({ queryKey: ['desk'] });
    },
  });
}
