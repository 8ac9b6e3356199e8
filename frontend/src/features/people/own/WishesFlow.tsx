import { useLocation, useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useOccupationNamed } from '../../../api/occupations';
import { useWords } from '../../../i18n/locale';
import { sharedWords } from '../../../i18n/words';
import { ApiError } from '../../../lib/ApiError';
import { HOME_COUNTY } from '../../../lib/homeCounty';
import { Card } from '../../../ui/Card';
import { showToast } from '../../../ui/feedback/toast';
import { ChooseMany, ChooseOne } from '../../../ui/form/Choices';
import { ErrorSummary } from '../../../ui/form/ErrorSummary';
import { Flow } from '../../../ui/form/Flow';
import { Refused } from '../../../ui/form/Form';
import { TextField } from '../../../ui/form/TextField';
import { OccupationTasks } from '../../../ui/form/tasks/OccupationTasks';
import { type FormState, fieldId, useForm } from '../../../ui/form/useForm';
import { findOccupations, useSaveProfile } from '../api';
import { type Answer, isPay, isWay, listed, shifts } from '../draft';
import { peopleWords } from '../words';
import { ListBox } from './ListBox';
import { type Answers, applyAnswers } from './parts';
import { placeOf, type WishQuestion as Question, wishQuestions as questions } from './places';
import { fieldOf, useRefusalAtField } from './refusal';
import { type Opened, useElsewhere } from './useElsewhere';
import { ownWords } from './words';

/** As many as the server keeps. */
const TITLES_MAX = 10;

interface Props extends Opened {
  onReload: () => void;
}

/** What somebody looks for: one question to a page, each answer kept on the way to the next. */
export function WishesFlow({ start, onElsewhere, onReload }: Props) {
  const t = useWords(ownWords);
  const people = useWords(peopleWords);
  const save = useSaveProfile();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const [base, setBase] = useState(start);
  const refusal = save.error ?? base.refusal;
  const form = useForm<Answers>({
    initial: start.answers,
    check: ({ payYuan, kmMax }) => ({
      payYuan: isPay(payYuan) ? undefined : people.payWrong,
      kmMax: isWay(kmMax) ? undefined : t.wayWrong,
    }),
    refusal: useRefusalAtField(refusal),
  });

  const elsewhere = useElsewhere(form, { part: 'wishes', start: base, refusal, onElsewhere });

  const go = (key: Question) =>
    void navigate({ to: '/me/profile', search: { part: 'wishes' }, hash: key });

  function follow(field: string) {
    const asking = questions.find((key) => key === placeOf(field, form.values)?.hash);
    if (asking && asking !== (hash || questions[0])) go(asking);
    else elsewhere.follow(field);
  }

  function keep(onward: () => void) {
    // The answers that can be wrong may have been given some pages before.
    if (!form.isFit()) return go(isWay(form.values.kmMax) ? 'pay' : 'place');
    // What came from another page was not kept there.
    if (!form.isChanged && !base.refusal) return onward();
    const { values } = form;
    save.mutate(
      { profile: applyAnswers(base.own, values), etag: base.etag },
      {
        onSuccess: (saved) => {
          setBase({ own: saved.data, etag: saved.etag, answers: values });
          form.kept(values);
          onward();
        },
        onError: (error) => {
          const asked = wrongFields(error).map((field) => placeOf(fieldId(field), values));
          const first = questions.find((question) => asked.some((at) => at?.hash === question));
          if (first) go(first);
        },
      },
    );
  }

  return (
    <Card>
      <ErrorSummary errors={elsewhere.wrong} onFollow={follow} />
      <Refused form={form} onReload={onReload} />
      <Flow
        steps={questions.map((key) => ({
          key,
          title: t.wish[key],
          content: <Content question={key} form={form} />,
        }))}
        current={questions.find((key) => key === hash)}
        onStep={(key, isOnward) => {
          const isRight = isPay(form.values.payYuan) && isWay(form.values.kmMax);
          isOnward || isRight ? keep(() => go(key)) : go(key);
        }}
        note={save.isSuccess && !form.isChanged && t.kept}
        finish={t.save}
        isPending={save.isPending}
        onFinish={() =>
          keep(() => {
            showToast({ text: t.saved });
            navigate({ to: '/me/profile' });
          })
        }
      />
    </Card>
  );
}

function wrongFields(error: unknown): string[] {
  const errors = (error instanceof ApiError && error.problem.errors) || [];
  return errors.map(({ pointer }) => fieldOf(pointer));
}

function Content({ question, form }: { question: Question; form: FormState<Answers> }): ReactNode {
  const t = useWords(ownWords);
  const people = useWords(peopleWords);
  const shared = useWords(sharedWords);
  const { values, set } = form;
  const answers = (yes: string, no: string): { value: Answer; label: string }[] => [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
    { value: '', label: people.notSaid },
  ];
  switch (question) {
    case 'occupation':
      return (
        <>
          <ListBox
            label={t.titles}
            hint={t.titlesHint}
            find={findOccupations}
            max={TITLES_MAX}
            {...form.field('titles')}
          />
          {listed(values.titles).map((title) => (
            <TasksOf key={title} title={title} />
          ))}
        </>
      );
    case 'place':
      return (
        <>
          <ChooseMany
            legend={people.places}
            choices={[
              { value: HOME_COUNTY, label: shared.county },
              ...Object.entries(people.townships).map(([value, label]) => ({ value, label })),
            ]}
            {...form.list('places')}
          />
          <TextField
            label={t.way}
            hint={t.wayHint}
            isOptional
            inputMode="numeric"
            unit={t.km}
            {...form.field('kmMax')}
          />
        </>
      );
    case 'pay':
      return <TextField label={people.pay} inputMode="numeric" {...form.field('payYuan')} />;
    case 'shift':
      return shifts.map((shift) => (
        <ChooseOne
          key={shift}
          legend={people.shift(shared.shift[shift])}
          value={values.shifts[shift]}
          choices={answers(people.accept, people.refuse)}
          onChange={(answer) => set({ shifts: { ...values.shifts, [shift]: answer } })}
        />
      ));
    case 'housing':
      return (
        <ChooseOne
          legend={people.housing}
          value={values.housing}
          choices={answers(people.need, people.noNeed)}
          onChange={(housing) => set({ housing })}
        />
      );
  }
}

/** What one does in the work that was chosen, where the classification lists it by just this name. */
function TasksOf({ title }: { title: string }) {
  return <OccupationTasks occupation={useOccupationNamed(title)} />;
}
