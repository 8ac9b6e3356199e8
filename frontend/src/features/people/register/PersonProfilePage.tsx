import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { OwnProfile, PersonFile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { BackLink } from '../../../ui/BackLink';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { showToast } from '../../../ui/feedback/toast';
import { Form } from '../../../ui/form/Form';
import { type Faults, useForm } from '../../../ui/form/useForm';
import { Page } from '../../../ui/Page';
import { applyDraft, type Draft, draftOf, isPay, isWay, stretchLacks } from '../draft';
import { personQuery, useSaveProfileOf } from './api';
import { Abilities, Stretches, Wishes } from './ProfileParts';
import { useFields } from './profile/useFields';
import { profileWords } from './profile/words';

/** What somebody can and wants, filled in by an officer while the person sits there. */
export function PersonProfilePage({ id }: { id: string }) {
  const t = useWords(profileWords);
  const { data, error, refetch } = useQuery(personQuery(id));
  useTitle(t.title);
  return (
    <Page
      title={t.title}
      lead={data && t.lead(data.data.person.name)}
      back={
        <BackLink to="/people/$id" params={{ id }}>
          {t.back}
        </BackLink>
      }
    >
      {error && !data && <ErrorNote error={error} onRetry={refetch} />}
      {!data && !error && <Skeleton />}
      {data && <Fields key={id} file={data.data} etag={data.etag} />}
    </Page>
  );
}

interface Props {
  file: PersonFile;
  etag: string;
}

function Fields({ file, etag }: Props) {
  const t = useWords(profileWords);
  const navigate = useNavigate();
  const { person } = file;
  const save = useSaveProfileOf(person.id);
  const client = useQueryClient();
  const fields = useFields();
  // What was read when the form was opened; a file that is read anew behind it changes nothing here.
  const known = useRef({ etag, own: ownOf(file) });
  const form = useForm<Draft>({
    initial: useState(() => draftOf(known.current.own))[0],
    check: (draft) => faultsOf(draft, t),
    refusal: save.error,
  });
  async function read() {
    const fresh = await client.fetchQuery({ ...personQuery(person.id), staleTime: 0 });
    const own = ownOf(fresh.data);
    const accept = () => {
      known.current = { etag: fresh.etag, own };
    };
    return { values: draftOf(own), accept };
  }

  const stretches = { form, wrong: (path: string) => form.inner(path).error };
  return (
    <Form
      form={form}
      submit={t.save}
      isPending={save.isPending}
      meanwhile={{ read, fields }}
      onSubmit={(draft) =>
        save.mutate(
          { etag: known.current.etag, profile: applyDraft(known.current.own, draft) },
          {
            onSuccess: () => {
              showToast({ text: t.saved });
              navigate({ to: '/people/$id', params: { id: person.id } });
            },
          },
        )
      }
    >
      <Wishes form={form} />
      <Abilities form={form} />
      {(person.kind === 'veteran' || form.values.service.length > 0) && (
        <Stretches kind="service" {...stretches} />
      )}
      <Stretches kind="experiences" {...stretches} />
    </Form>
  );
}

function ownOf({ person, profile }: PersonFile) {
  return { ...person, ...profile } as OwnProfile;
}

function faultsOf(draft: Draft, t: ReturnType<typeof useWords<typeof profileWords.zh>>): Faults {
  const faults: Faults = {
    kmMax: isWay(draft.kmMax) ? undefined : t.wayWrong,
    payYuan: isPay(draft.payYuan) ? undefined : t.payWrong,
  };
  for (const kind of ['service', 'experiences'] as const) {
    draft[kind].forEach((stretch, index) => {
      const lacks = stretchLacks(stretch);
      if (lacks) faults[`${kind}/${index}/${lacks}`] = t.lacks[lacks];
    });
  }
  return faults;
}
