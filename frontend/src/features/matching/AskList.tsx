import { Link } from '@tanstack/react-router';
import type { Question } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import styles from './AskList.module.css';
import { answersTo } from './answers';
import { useAnswer } from './api';
import { useQuestions } from './findings';
import { matchingWords } from './words';

/** Questions whose answers would let more be judged: answered here with one press, or in the profile. */
export function AskList({ questions }: { questions: Question[] }) {
  const t = useWords(matchingWords);
  const answer = useAnswer();
  return (
    <>
      <ul>
        {questions.map((question) => (
          <li key={`${question.field} ${question.about}`} className={styles.question}>
            <Asked question={question} />
            {question.coverage > 0 && (
              <span className={styles.gain}>{t.askGain(question.coverage)}</span>
            )}
            {answersTo(question).map((value) => (
              <Button
                key={value}
                variant="secondary"
                isPending={answer.isPending}
                onClick={() => answer.mutate({ question, answer: value })}
              >
                {t.answers[value]}
              </Button>
            ))}
          </li>
        ))}
      </ul>
      {answer.error && <ErrorNote error={answer.error} title={t.notAnswered} />}
    </>
  );
}

function Asked({ question }: { question: Question }) {
  const say = useQuestions();
  return (
    <Link
      to="/me/profile"
      search={question.kind === 'skills' && question.about ? { about: question.about } : {}}
      hash={question.kind}
      className={styles.link}
    >
      {say(question)}
    </Link>
  );
}
