import { Link } from '@tanstack/react-router';
import type { Question } from '../../api/types';
import { useWords } from '../../i18n/locale';
import styles from './AskList.module.css';
import { useQuestions } from './findings';
import { matchingWords } from './words';

/** Questions whose answers would let more be judged; each leads to its place in the profile. */
export function AskList({ questions }: { questions: Question[] }) {
  const t = useWords(matchingWords);
  const say = useQuestions();
  return (
    <ul>
      {questions.map((question) => (
        <li key={`${question.field} ${question.about}`} className={styles.question}>
          <Link
            to="/me/profile"
            search={question.kind === 'skills' && question.about ? { about: question.about } : {}}
            hash={question.kind}
            className={styles.link}
          >
            {say(question)}
          </Link>
          {question.coverage > 0 && (
            <span className={styles.gain}>{t.askGain(question.coverage)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
