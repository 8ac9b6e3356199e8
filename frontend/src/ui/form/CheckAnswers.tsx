import type { ReactNode } from 'react';
import { useWords } from '../../i18n/locale';
import { Spoken } from '../Spoken';
import { uiWords } from '../words';
import styles from './Form.module.css';

export interface GivenAnswer {
  question: string;
  /** Nothing reads as not filled in. */
  answer: ReactNode;
  /** Usually a `<Link>`; its words are made here. */
  change?: (words: ReactNode) => ReactNode;
}

/** What was filled in, once more before it is sent; each with the way back to it. */
export function CheckAnswers({ answers }: { answers: readonly GivenAnswer[] }) {
  const t = useWords(uiWords);
  return (
    <dl className={styles.answers}>
      {answers.map(({ question, answer, change }) => {
        const isMissing = answer === undefined || answer === null || answer === '';
        return (
          <div key={question} className={styles.answer}>
            <dt className={styles.question}>{question}</dt>
            <dd className={isMissing ? styles.missing : styles.said}>
              {isMissing ? t.notFilledIn : answer}
            </dd>
            {change && (
              <dd className={styles.change}>
                {change(
                  <>
                    {t.change}
                    <Spoken>{question}</Spoken>
                  </>,
                )}
              </dd>
            )}
          </div>
        );
      })}
    </dl>
  );
}
