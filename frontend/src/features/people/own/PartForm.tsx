import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import type { OwnProfile } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Card } from '../../../ui/Card';
import { showToast } from '../../../ui/feedback/toast';
import { Form } from '../../../ui/form/Form';
import { type FormState, useForm } from '../../../ui/form/useForm';
import { useSaveProfile } from '../api';
import { type Answers, answersOf, applyAnswers } from './parts';
import { useRefusalAtField } from './refusal';
import { ownWords } from './words';

interface Props {
  profile: OwnProfile;
  etag: string;
  onReload: () => void;
  children: (form: FormState<Answers>) => ReactNode;
}

/** One part's questions; saving goes back to the list of parts. */
export function PartForm({ profile, etag, onReload, children }: Props) {
  const t = useWords(ownWords);
  const save = useSaveProfile();
  const navigate = useNavigate();
  // What was read when the form opened is what the answers change.
  const [start] = useState({ own: profile, etag });
  const faults = useFaults();
  const form = useForm<Answers>({
    initial: answersOf(start.own),
    check: faults,
    refusal: useRefusalAtField(save.error),
  });
  useEffect(focusAsked, []);
  return (
    <Card>
      <Form
        form={form}
        submit={t.save}
        isPending={save.isPending}
        onReload={onReload}
        onSubmit={(answers) =>
          save.mutate(
            { profile: applyAnswers(start.own, answers), etag: start.etag },
            {
              onSuccess: () => {
                showToast({ text: t.saved });
                navigate({ to: '/me/profile' });
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

/** Who comes from a question starts at its field; the form was not there yet when the page opened. */
function focusAsked() {
  const asked = document.getElementById(window.location.hash.slice(1));
  // After the router has put the new page to its top.
  const timer = setTimeout(() => {
    asked?.querySelector<HTMLElement>('input, select, textarea')?.focus({ preventScroll: true });
    asked?.scrollIntoView();
  });
  return () => clearTimeout(timer);
}
