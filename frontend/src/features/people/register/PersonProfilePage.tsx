import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
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
import { applyDraft, type Draft, draftOf, isPay, stretchLacks } from '../draft';
import { personQuery, useSaveProfileOf } from './api';
import { Abilities, Stretches, Wishes } from './ProfileParts';
import { profileWords } from './profile/words';

/** What somebody can and wants, filled in by an officer while the person sits there. */
export function PersonProfilePage({ id }: { id: string }) {
  const t = useWords(profileWords);
  const { data, error, refetch } = useQuery(personQuery(id));
  // Who reads anew begins anew, with what stands on the server now.
  const [reads, setReads] = useState(0);
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
      {data && (
        <Fields
          key={reads}
          file={data.data}
          etag={data.etag}
          onReload={async () => {
            await refetch();
            setReads(reads + 1);
          }}
        />
      )}
    </Page>
  );
}

interface Props {
  file: PersonFile;
  etag: string;
  onReload: () => void;
}

function Fields({ file, etag, onReload }: Props) {
  const t = useWords(profileWords);
  const navigate = useNavigate();
  const { person } = file;
  const save = useSaveProfileOf(person.id);
  const [start] = useState(() => ({ etag, own: { ...person, ...file.profile } as OwnProfile }));
  const form = useForm<Draft>({
    initial: draftOf(start.own),
    check: (draft) => faultsOf(draft, t),
    refusal: save.error,
  });
  const stretches = { form, wrong: (path: string) => form.inner(path).error };
  return (
    <Form
      form={form}
      submit={t.save}
      isPending={save.isPending}
      onReload={onReload}
      onSubmit={(draft) =>
        save.mutate(
          { etag: start.etag, profile: applyDraft(start.own, draft) },
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

function faultsOf(draft: Draft, t: ReturnType<typeof useWords<typeof profileWords.zh>>): Faults {
  const faults: Faults = { payYuan: isPay(draft.payYuan) ? undefined : t.payWrong };
  for (const kind of ['service', 'experiences'] as const) {
    draft[kind].forEach((stretch, index) => {
      const lacks = stretchLacks(stretch);
      if (lacks) faults[`${kind}/${index}/${lacks}`] = t.lacks[lacks];
    });
  }
  return faults;
}
