import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { newKey } from '../../../api/client';
import { useWords } from '../../../i18n/locale';
import { ApiError } from '../../../lib/ApiError';
import { Card } from '../../../ui/Card';
import { showToast } from '../../../ui/feedback/toast';
import { ErrorSummary } from '../../../ui/form/ErrorSummary';
import { Flow } from '../../../ui/form/Flow';
import { Refused } from '../../../ui/form/Form';
import { useForm } from '../../../ui/form/useForm';
import { useCreateProfile } from '../api';
import { identityOf, useIdentityFaults } from '../identity';
import { type FirstAnswers, fieldsOf, type Question, questionOf, questions } from './answers';
import { Content } from './Content';
import { useRefusalAtField } from './refusal';
import { firstWords } from './words';

export interface Known {
  name: string;
  mobile: string;
}

/**
 * Who somebody is and what they agree to, one question to a page; what they can and want is asked
 * afterwards. The answers are in memory only: they belong neither into an address nor on a device that
 * others use, and the server takes them whole.
 */
export default function FirstProfile({ known }: { known: Known | undefined }) {
  const t = useWords(firstWords);
  const navigate = useNavigate();
  const create = useCreateProfile(() => {
    showToast({ text: t.created });
    void navigate({ to: '/me/profile' });
  });
  const [key, setKey] = useState(newKey);
  const { form, current, tries, hasFault, wrong } = useQuestions(known, create.error);
  // Who came as far as the last page goes back to it from what they change.
  const [hasChecked, setChecked] = useState(false);
  const go = (to: Question) => void navigate({ to: '/me/profile', hash: to });

  function onStep(to: Question, isOnward: boolean) {
    if (isOnward && hasFault()) return;
    if (to === 'check') setChecked(true);
    go(isOnward && hasChecked ? 'check' : to);
  }

  function finish() {
    const { consents, ...identity } = form.values;
    create.mutate(
      { input: { identity: identityOf(identity), consents }, key },
      {
        onError: (error) => {
          // What is put right is another request.
          if (error instanceof ApiError) setKey(newKey());
          const first = questions.find((one) => fieldsIn(error).some((at) => at === one));
          if (first) go(first);
        },
      },
    );
  }

  return (
    <Card>
      <ErrorSummary key={`${current} ${tries}`} errors={wrong} />
      {!isAboutFields(create.error) && <Refused form={form} />}
      <Flow
        steps={questions.map((question) => ({
          key: question,
          title: t.question[question],
          lead: (
            <>
              {t.lead[question]}
              {isPrefilled(question, known) && ` ${t.fromAccount}`}
            </>
          ),
          content: <Content question={question} form={form} />,
        }))}
        current={current}
        onStep={onStep}
        note={t.notKept}
        finish={t.create}
        isPending={create.isPending}
        onFinish={finish}
      />
    </Card>
  );
}

/** The answers, the question that is shown, and what is wrong with it. */
function useQuestions(known: Known | undefined, error: unknown) {
  const faultsOf = useIdentityFaults();
  const { hash } = useLocation();
  const [tries, setTries] = useState(0);
  const form = useForm<FirstAnswers>({
    initial: {
      name: known?.name ?? '',
      mobile: known?.mobile ?? '',
      id_number: '',
      division: '',
      consents: [],
    },
    check: faultsOf,
    refusal: useRefusalAtField(error),
  });
  const faults = faultsOf(form.values);
  const isWrong = (question: Question) => fieldsOf[question].some((field) => faults[field]);
  const asked = questions.find((question) => question === hash) ?? 'who';
  // After a reload the address may be ahead of the answers.
  const lacking = questions.slice(0, questions.indexOf(asked)).find(isWrong);
  const current = lacking ?? asked;
  return {
    form,
    current,
    tries,
    hasFault: () => {
      setTries(tries + 1);
      return !form.isFit(fieldsOf[current]);
    },
    wrong: form.wrong.filter(({ field }) => questionOf(field.replace('field-', '')) === current),
  };
}

/** Once they are put right, nothing more is to be said. */
function isAboutFields(error: unknown): boolean {
  return fieldsIn(error).some((question) => question !== undefined);
}

/** The questions that a refusal is about. */
function fieldsIn(error: unknown): (Question | undefined)[] {
  if (!(error instanceof ApiError)) return [];
  if (error.code === 'id_number_taken') return ['who'];
  return (error.problem.errors ?? []).map(({ pointer }) =>
    questionOf(pointer.replace('/identity/', '')),
  );
}

function isPrefilled(question: Question, known: Known | undefined): boolean {
  if (question === 'who') return !!known?.name;
  return question === 'phone' && !!known?.mobile;
}
