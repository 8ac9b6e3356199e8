import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ok, versioned } from '../../api/client';
import { sessionQuery } from '../../api/session';
import type {
  ClaimInput,
  Identity,
  OwnProfile,
  Profile,
  ProfileInput,
  Purpose,
} from '../../api/types';
import { ApiError } from '../../lib/ApiError';

export const profileQuery = queryOptions({
  queryKey: ['profile'],
  queryFn: ({ signal }) => versioned(api.GET('/api/me/profile', { signal })),
});

export function useSaveProfile() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ profile, etag }: { profile: Profile; etag: string }) => {
      const params = { header: { 'If-Match': etag } };
      const before = client.getQueryData(profileQuery.queryKey)?.data.intentions;
      const body = {
        ...profile,
        service: await withSpecialities(profile.service ?? []),
        ...(profile.intentions && {
          intentions: await withOccupations(profile.intentions, before?.titles ?? []),
        }),
      };
      return versioned(api.PUT('/api/me/profile', { params, body }));
    },
    onSuccess: async (saved) => {
      client.setQueryData(profileQuery.queryKey, saved);
      await client.invalidateQueries({ queryKey: ['matches'] });
    },
  });
}

/** Changes the profile as it stands now, such as to take a change back. */
export function useChangeProfile() {
  const client = useQueryClient();
  const save = useSaveProfile();
  return useMutation({
    mutationFn: (change: (own: OwnProfile) => Profile) => {
      const now = client.getQueryData(profileQuery.queryKey);
      if (!now) throw new Error('no profile was read');
      return save.mutateAsync({ profile: change(now.data), etag: now.etag });
    },
    onError: () => client.invalidateQueries(profileQuery),
  });
}

/** Corrects who somebody is. Another name or ID number has to be verified again. */
export function useSaveIdentity() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ identity, etag }: { identity: Identity; etag: string }) => {
      const params = { header: { 'If-Match': etag } };
      return versioned(api.PUT('/api/me/identity', { params, body: identity }));
    },
    onSuccess: async (saved) => {
      client.setQueryData(profileQuery.queryKey, saved);
      await client.invalidateQueries(ownEventsQuery);
    },
  });
}

/** Families whose name or titles fit, as the person may call them. */
const specialitiesLike = (q: string, signal?: AbortSignal) =>
  ok(
    api.GET('/api/dictionaries/specialities', { params: { query: { q } }, signal: signal ?? null }),
  );

export async function findSpecialities(q: string, signal: AbortSignal) {
  const families = await specialitiesLike(q, signal);
  return families.flatMap(({ name, titles }) => [
    ...titles.filter((title) => title.includes(q)),
    name,
  ]);
}

export async function findOccupations(q: string, signal: AbortSignal) {
  const query = { q };
  const found = await ok(api.GET('/api/dictionaries/occupations', { params: { query }, signal }));
  return found.map(({ name }) => name);
}

/** The family that lists just this title, or nothing. */
export const specialityQuery = (title: string) =>
  queryOptions({
    queryKey: ['speciality', title],
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: ({ signal }) => specialityOf(title, signal),
  });

async function specialityOf(title: string, signal?: AbortSignal) {
  const families = await specialitiesLike(title, signal);
  return families.find(({ name, titles }) => name === title || titles.includes(title)) ?? null;
}

type Service = NonNullable<Profile['service']>;

/** A speciality that the dictionary lists by just this title gets its code, which leads to civilian work. */
async function withSpecialities(service: Service): Promise<Service> {
  const coded = async (speciality: NonNullable<Service[number]['specialities']>[number]) => {
    if (speciality.code) return speciality;
    return { ...speciality, code: (await specialityOf(speciality.title))?.code ?? null };
  };
  return Promise.all(
    service.map(async (period) => ({
      ...period,
      specialities: await Promise.all((period.specialities ?? []).map(coded)),
    })),
  );
}

type Wishes = NonNullable<Profile['intentions']>;

/** As many as the server keeps. */
const OCCUPATIONS_MAX = 10;

/**
 * A title that the classification lists by just this name gets its code; a title that is taken out takes
 * its code along. Codes that nobody sees, such as those of an import, stay.
 */
async function withOccupations(wishes: Wishes, before: readonly string[]): Promise<Wishes> {
  const titles = wishes.titles ?? [];
  const codesOf = async (names: readonly string[]) =>
    (await Promise.all(names.map(occupationOf))).filter((code) => code !== undefined);
  const gone = await codesOf(before.filter((title) => !titles.includes(title)));
  const added = await codesOf(titles.filter((title) => !before.includes(title)));
  if (gone.length + added.length === 0) return wishes;
  const kept = (wishes.occupations ?? []).filter((code) => !gone.includes(code));
  const occupations = [...new Set([...kept, ...added])].slice(0, OCCUPATIONS_MAX);
  return { ...wishes, occupations };
}

async function occupationOf(title: string): Promise<string | undefined> {
  const query = { q: title };
  const asked = ok(api.GET('/api/dictionaries/occupations', { params: { query } }));
  // A wish counts in its own words, too: it is saved whether or not the dictionary answers.
  const found = await asked.catch(() => []);
  return found.find(({ name }) => name === title)?.code;
}

/** Opens one's own profile; the same key when the same form is sent again. */
export function useCreateProfile(onCreated: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ input, key }: { input: ProfileInput; key: string }) =>
      ok(
        api.POST('/api/me/profile', {
          params: { header: { 'Idempotency-Key': key } },
          body: input,
        }),
      ),
    onSuccess: async () => {
      // First: the questions go away as soon as there is a profile.
      onCreated();
      // Whom the session speaks for has changed with it.
      await client.invalidateQueries(sessionQuery);
      await client.invalidateQueries({ queryKey: ['matches'] });
      await client.resetQueries(profileQuery);
    },
  });
}

export function hasNoProfile(error: unknown): boolean {
  return error instanceof ApiError && error.status === 404;
}

/** What the person agrees to now. */
export const consentsQuery = queryOptions({
  queryKey: ['consents'],
  queryFn: async ({ signal }) => {
    const all = await ok(api.GET('/api/me/consents', { signal }));
    return all.filter((consent) => !consent.withdrawn_at).map((consent) => consent.purpose);
  },
});

export function useChangeConsent() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ purpose, given }: { purpose: Purpose; given: boolean }) => {
      const params = { path: { purpose } };
      return given
        ? ok(api.PUT('/api/me/consents/{purpose}', { params }))
        : ok(api.DELETE('/api/me/consents/{purpose}', { params }));
    },
    onSettled: async () => {
      await client.invalidateQueries(consentsQuery);
      await client.invalidateQueries({ queryKey: ['matches'] });
    },
  });
}

export const ownEventsQuery = queryOptions({
  queryKey: ['profile', 'events'],
  queryFn: ({ signal }) => ok(api.GET('/api/me/profile/events', { signal })),
});

export function useSetVisible() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ visible, etag }: { visible: boolean; etag: string }) => {
      const params = { header: { 'If-Match': etag } };
      return versioned(api.PUT('/api/me/visibility', { params, body: { visible } }));
    },
    onSuccess: (saved) => client.setQueryData(profileQuery.queryKey, saved),
    onError: () => client.invalidateQueries(profileQuery),
  });
}

/** Takes over the file that a station made, by the code it gave. */
export function useClaim(onClaimed: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ key, ...body }: ClaimInput & { key: string }) => {
      const params = { header: { 'Idempotency-Key': key } };
      return ok(api.POST('/api/me/profile/claim', { params, body }));
    },
    onSuccess: async () => {
      // First: the form goes away as soon as there is a profile.
      onClaimed();
      await client.invalidateQueries(sessionQuery);
      await client.invalidateQueries({ queryKey: ['matches'] });
      await client.resetQueries({ queryKey: ['profile'] });
    },
  });
}
