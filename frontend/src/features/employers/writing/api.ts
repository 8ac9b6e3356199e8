import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { api, ok } from '../../../api/client';
import type { OwnPosition, PositionInput } from '../../../api/types';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { useSettled } from '../../../lib/useSettled';
import type { Suggestion } from '../../../ui/form/ComboBox';
import { forgetPositions } from '../api';

/** Long enough that a word is finished before the server is asked about it. */
const PAUSE_MS = 600;

export const ownPositionQuery = (id: string) =>
  queryOptions({
    queryKey: ['own-position', id],
    queryFn: ({ signal }) =>
      ok(api.GET('/api/me/positions/{id}', { params: { path: { id } }, signal })),
  });

/** The unlawful words in what has been written so far. */
export function useUnlawful(position: PositionInput) {
  const text = useSettled(JSON.stringify(position), PAUSE_MS);
  const { data = [] } = useQuery({
    queryKey: ['position-check', text],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ok(api.POST('/api/positions/check', { body: JSON.parse(text), signal })),
  });
  return data;
}

/** Which of the enterprise's own positions says the same as what has been written so far. */
export function useDuplicates(
  enterprise_id: string,
  position_id: string | undefined,
  position: PositionInput,
) {
  const text = useSettled(
    JSON.stringify({ enterprise_id, position_id: position_id ?? null, position }),
    PAUSE_MS,
  );
  const { data = [] } = useQuery({
    queryKey: ['position-duplicates', text],
    enabled: enterprise_id !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ok(api.POST('/api/positions/duplicates', { body: JSON.parse(text), signal })),
  });
  return data;
}

/** About how many people fit what has been written so far; nothing before it has a name. */
export function useReach(enterprise_id: string, position: PositionInput, isNamed: boolean) {
  const text = useSettled(JSON.stringify({ enterprise_id, position }), PAUSE_MS);
  return useQuery({
    queryKey: ['position-reach', text],
    enabled: isNamed && enterprise_id !== '',
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      ok(api.POST('/api/positions/reach', { body: JSON.parse(text), signal })),
  });
}

export async function suggestOccupations(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  if (q === '') return [];
  const params = { query: { q } };
  const found = await ok(api.GET('/api/dictionaries/occupations', { params, signal }));
  return found.map(({ code, name }) => ({ value: code, label: name, note: code }));
}

/** The townships of the home county by any part of their name, then all others by its beginning. */
export async function suggestDivisions(q: string, signal: AbortSignal): Promise<Suggestion[]> {
  const ask = (query: { within: string } | { q: string }) =>
    ok(api.GET('/api/dictionaries/divisions', { params: { query }, signal }));
  const [home, others] = await Promise.all([
    ask({ within: HOME_COUNTY }),
    q === '' ? [] : ask({ q }),
  ]);
  const near = home.filter(({ name }) => name.includes(q));
  const far = others.filter(({ code }) => !near.some((one) => one.code === code));
  return [...near, ...far].map(({ code, name }) => ({ value: code, label: name }));
}

interface Saving {
  input: PositionInput;
  enterpriseId: string;
  /** The position as it was last read or saved; nothing while it is new. */
  known: Pick<OwnPosition, 'id' | 'version'> | undefined;
  /** Made when the form was opened: a second press makes no second position. */
  key: string;
}

export function useSavePosition() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, enterpriseId, known, key }: Saving) => {
      if (!known) {
        const body = { enterprise_id: enterpriseId, position: input };
        const params = { header: { 'Idempotency-Key': key } };
        return ok(api.POST('/api/positions', { params, body }));
      }
      const params = {
        path: { id: known.id },
        header: { 'If-Match': `"${known.version}"` },
      };
      return ok(api.PUT('/api/positions/{id}', { params, body: input }));
    },
    onSuccess: () => forgetPositions(client),
  });
}
