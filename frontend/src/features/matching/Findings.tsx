import type { Line, PositionCard, Verdict } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Spoken } from '../../ui/Spoken';
import styles from './Findings.module.css';
import { type Audience, useFindings } from './findings';
import { matchingWords } from './words';

const signs: Record<Verdict, string> = { met: '✓', partly: '◐', missing: '–', unknown: '?' };

interface Props {
  lines: Line[];
  audience: Audience;
  position: PositionCard | undefined;
}

/** What was asked, what was found, and where: a sign, a word and a colour for each verdict. */
export function Findings({ lines, audience, position }: Props) {
  const t = useWords(matchingWords);
  const say = useFindings(audience, position);
  return (
    <ul className={styles.list}>
      {lines.map((line) => {
        const { title, detail, evidence } = say(line);
        return (
          <li
            key={`${line.kind} ${line.code} ${line.asked} ${line.has}`}
            className={styles.line}
            data-verdict={line.verdict}
          >
            <span className={styles.sign} aria-hidden="true">
              {signs[line.verdict]}
            </span>
            <div>
              <p className={styles.title}>
                <Spoken>{t.verdict[line.verdict]} </Spoken>
                {title}
              </p>
              <p className={styles.detail}>{detail}</p>
              {evidence && <p className={styles.detail}>{evidence}</p>}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
