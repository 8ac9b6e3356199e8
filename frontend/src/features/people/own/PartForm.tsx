import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/locale';
import { ButtonLink } from '../../../ui/Button';
import { Card } from '../../../ui/Card';
import { showToast } from '../../../ui/feedback/toast';
import { Form } from '../../../ui/form/Form';
import { type Faults, type FormState, useForm } from '../../../ui/form/useForm';
import { useSaveProfile } from '../api';
import { type Answers, applyAnswers } from './parts';
import { useRefusalAtField } from './refusal';
import type { Part } from './search';
import { useAskedField } from './useAskedField';
import { type Opened, useElsewhere, useGoTo } from './useElsewhere';
import { ownWords } from './words';

interface Props extends Opened {
  part: Part;
  /** Of a list the one entry that is asked for here; saving goes back to the list. */
  entry?: { key: string | undefined; isNew: boolean };
  /** What the form begins with, if not with what is kept. */
  initial?: Answers;
  check?: (answers: Answers) => Faults;
  onReload: () => void;
  children: (form: FormState<Answers>) => ReactNode;
}

/** The questions of one part or of one entry, saved by themselves. */
export function PartForm(props: Props) {
  const { part, entry, start, onElsewhere, onReload, check, children } = props;
  const t = useWords(ownWords);
  const save = useSaveProfile();
  const goTo = useGoTo();
  const refusal = save.error ?? start.refusal;
  const form = useForm<Answers>({
    initial: props.initial ?? start.answers,
    ...(check && { check }),
    refusal: useRefusalAtField(refusal),
  });
  const here = { part, entry: entry?.key, start, refusal, onElsewhere };
  const elsewhere = useElsewhere(form, here);
  useAskedField();
  return (
    <Card>
      <Form
        form={{ ...form, wrong: elsewhere.wrong }}
        submit={t.save}
        isPending={save.isPending}
        onReload={onReload}
        onFollow={elsewhere.follow}
        beside={
          entry && (
            <ButtonLink to="/me/profile" search={{ part }} variant="quiet">
              {entry.isNew ? t.addNone : t.leaveAsIs}
            </ButtonLink>
          )
        }
        onSubmit={(answers) =>
          save.mutate(
            { profile: applyAnswers(start.own, answers), etag: start.etag },
            {
              onSuccess: () => {
                showToast({ text: t.saved });
                goTo(entry && part);
              },
            },
          )
        }
      >
        {children(form)}
      </Form>
    </Card>
  );
}
