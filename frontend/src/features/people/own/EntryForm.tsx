import { useState } from 'react';
import { newKey } from '../../../api/client';
import { useWords } from '../../../i18n/locale';
import { ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { showToast } from '../../../ui/feedback/toast';
import { Form } from '../../../ui/form/Form';
import { useForm } from '../../../ui/form/useForm';
import { useSaveProfile } from '../api';
import { type Stretch, stretchLacks } from '../draft';
import { historyWords } from '../history/words';
import { EntryFields } from './EntryFields';
import { type Answers, applyAnswers } from './parts';
import { useRefusalAtField } from './refusal';
import { useAskedField } from './useAskedField';
import { type Opened, useElsewhere, useGoTo } from './useElsewhere';
import { ownWords } from './words';

type Kind = 'service' | 'experiences';

interface Props extends Opened {
  kind: Kind;
  part: 'service' | 'work';
  entry: string;
  onReload: () => void;
}

/** One stretch of service or work on a page of its own, saved by itself. */
export function EntryForm(props: Props) {
  const { kind, part, entry, start, onReload, onElsewhere } = props;
  const t = useWords(ownWords);
  const history = useWords(historyWords);
  const goTo = useGoTo();
  const save = useSaveProfile();
  const [initial] = useState(() => withFresh(start.answers, kind, entry));
  const index = indexOf(initial, kind, entry);
  const refusal = save.error ?? start.refusal;
  const form = useForm<Answers>({
    initial,
    check: (values) => {
      const stretch = values[kind][index];
      const lacks = stretch && stretchLacks(stretch);
      return lacks ? { [`${kind}/${index}/${lacks}`]: history.lacks[lacks] } : {};
    },
    refusal: useRefusalAtField(refusal),
  });
  useAskedField();

  const elsewhere = useElsewhere(form, {
    part,
    entry: initial[kind][index]?.id,
    start,
    refusal,
    onElsewhere,
  });

  return (
    <Card>
      <Form
        form={{ ...form, wrong: elsewhere.wrong }}
        submit={t.save}
        isPending={save.isPending}
        onReload={onReload}
        onFollow={elsewhere.follow}
        beside={
          <ButtonLink to="/me/profile" search={{ part }} variant="quiet">
            {entry === NEW ? t.addNone : t.leaveAsIs}
          </ButtonLink>
        }
        onSubmit={(values) =>
          save.mutate(
            { profile: applyAnswers(start.own, values), etag: start.etag },
            {
              onSuccess: () => {
                showToast({ text: t.saved });
                goTo(part);
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
