import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { newKey } from '../../../api/client';
import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { showToast } from '../../../ui/feedback/toast';
import { focusField } from '../../../ui/form/ErrorSummary';
import { Form } from '../../../ui/form/Form';
import { useForm } from '../../../ui/form/useForm';
import type { useSaveProfile } from '../api';
import { type Stretch, stretchLacks } from '../draft';
import { historyWords } from '../history/words';
import { EntryFields } from './EntryFields';
import { type Answers, applyAnswers } from './parts';
import { useRefusalAtField } from './refusal';
import { ownWords } from './words';

type Kind = 'service' | 'experiences';

interface Props {
  kind: Kind;
  part: 'service' | 'work';
  entry: string;
  own: OwnProfile;
  etag: string;
  /** All that is told, with what was typed into another entry before this one was found wrong. */
  answers: Answers;
  save: ReturnType<typeof useSaveProfile>;
  onReload: () => void;
  /** A wrong field of another entry is wanted; what is typed here goes along. */
  onOther: (answers: Answers) => void;
}

/** One stretch of service or work on a page of its own, saved by itself. */
export function EntryForm(props: Props) {
  const { kind, part, entry, own, etag, answers, save, onReload, onOther } = props;
  const t = useWords(ownWords);
  const history = useWords(historyWords);
  const navigate = useNavigate();
  const [initial] = useState(() => withFresh(answers, kind, entry));
  const index = indexOf(initial, kind, entry);
  const form = useForm<Answers>({
    initial,
    check: (values) => {
      const stretch = values[kind][index];
      const lacks = stretch && stretchLacks(stretch);
      return lacks ? { [`${kind}/${index}/${lacks}`]: history.lacks[lacks] } : {};
    },
    refusal: useRefusalAtField(save.error),
  });
  useEffect(() => {
    const asked = window.location.hash.slice(1);
    if (asked) setTimeout(() => focusField(asked));
  }, []);

  /** The number of the entry that a field belongs to. */
  const placeOf = (field: string) =>
    field.startsWith(`field-${kind}-`) ? Number(field.split('-')[2]) : index;
  const said = form.wrong.map((one) => {
    const place = placeOf(one.field);
    return place === index ? one : { ...one, label: history.stretches[part].one(place + 1) };
  });

  function follow(field: string) {
    const other = form.values[kind][placeOf(field)];
    if (!other || placeOf(field) === index) return focusField(field);
    onOther(form.values);
    void navigate({ to: '/me/profile', search: { part, entry: other.id }, hash: field });
  }

  return (
    <Card>
      <Form
        form={{ ...form, wrong: said }}
        submit={t.save}
        isPending={save.isPending}
        onReload={onReload}
        onFollow={follow}
        beside={
          <ButtonLink to="/me/profile" search={{ part }} variant="quiet">
            {entry === NEW ? t.addNone : t.leaveAsIs}
          </ButtonLink>
        }
        onSubmit={(values) =>
          save.mutate(
            { profile: applyAnswers(own, values), etag },
            {
              onSuccess: () => {
                showToast({ text: t.saved });
                void navigate({ to: '/me/profile', search: { part } });
              },
            },
          )
        }
      >
        <EntryFields kind={kind} index={index} form={form} />
      </Form>
    </Card>
  );
}

const NEW = 'new';

/** An entry that somebody else took out in the meantime begins anew. */
function indexOf(answers: Answers, kind: Kind, entry: string): number {
  const at = answers[kind].findIndex(({ id }) => id === entry);
  return at < 0 ? answers[kind].length - 1 : at;
}

function withFresh(answers: Answers, kind: Kind, entry: string): Answers {
  if (entry !== NEW && answers[kind].some(({ id }) => id === entry)) return answers;
  const fresh: Stretch = { id: newKey(), title: '', from: '', to: '', text: '' };
  if (kind === 'service') fresh.branch = 'army';
  return { ...answers, [kind]: [...answers[kind], fresh] };
}
