import type { ReactNode } from 'react';
import { useWords } from '../../../i18n/locale';
import { Card } from '../../../ui/Card';
import { showToast } from '../../../ui/feedback/toast';
import { Form } from '../../../ui/form/Form';
import { type FormState, useForm } from '../../../ui/form/useForm';
import { useSaveProfile } from '../api';
import { type Answers, applyAnswers } from './parts';
import { useRefusalAtField } from './refusal';
import type { Part } from './search';
import { useAskedField } from './useAskedField';
import { type Opened, useElsewhere, useGoTo } from './useElsewhere';
import { ownWords } from './words';

interface Props extends Opened {
  part: Part;
  onReload: () => void;
  children: (form: FormState<Answers>) => ReactNode;
}

/** One part's questions; saving goes back to the list of parts. */
export function PartForm({ part, start, onElsewhere, onReload, children }: Props) {
  const t = useWords(ownWords);
  const save = useSaveProfile();
  const goTo = useGoTo();
  const refusal = save.error ?? start.refusal;
  const faults = useFaults();
  const form = useForm<Answers>({
    initial: start.answers,
    check: faults,
    refusal: useRefusalAtField(refusal),
  });
  const elsewhere = useElsewhere(form, { part, start, refusal, onElsewhere });
  useAskedField();
  return (
    <Card>
      <Form
        form={{ ...form, wrong: elsewhere.wrong }}
        submit={t.save}
        isPending={save.isPending}
        onReload={onReload}
        onFollow={elsewhere.follow}
        onSubmit={(answers) =>
          save.mutate(
            { profile: applyAnswers(start.own, answers), etag: start.etag },
            {
              onSuccess: () => {
                showToast({ text: t.saved });
                goTo();
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

function useFaults() {
  const t = useWords(ownWords);
  return (answers: Answers) => {
    const faults: Record<string, string | undefined> = {};
    answers.skills.forEach(({ name }, index) => {
      if (name.trim() === '') faults[`skills/${index}/name`] = t.skillLacks;
    });
    return faults;
  };
}
