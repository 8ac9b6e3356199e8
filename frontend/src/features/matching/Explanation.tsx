import type { Match, PositionCard } from '../../api/types';
import { points } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Bar } from '../../ui/data/Bar';
import styles from './Explanation.module.css';
import { Findings } from './Findings';
import type { Audience } from './findings';
import { matchingWords } from './words';

interface Props {
  match: Match;
  audience: Audience;
  position?: PositionCard | undefined;
}

/** A match taken apart: two numbers, the addends of the first, and every finding behind them. */
export function Explanation({ match, audience, position }: Props) {
  const t = useWords(matchingWords);
  const lines = match.parts.flatMap((part) => part.lines);
  return (
    <div className={styles.explanation}>
      <Numbers match={match} />
      {match.blocks.length > 0 && (
        <>
          <h3>{t.blocks}</h3>
          <Findings lines={match.blocks} audience={audience} position={position} />
        </>
      )}
      {match.fit != null && <Parts match={match} fit={match.fit} />}
      {lines.length > 0 && (
        <>
          <h3>{t.findings}</h3>
          <Findings lines={lines} audience={audience} position={position} />
        </>
      )}
    </div>
  );
}

function Numbers({ match }: { match: Match }) {
  const t = useWords(matchingWords);
  if (match.fit == null) return <p>{t.tooLittle}</p>;
  return (
    <dl className={styles.numbers}>
      <div>
        <dt>{t.fit}</dt>
        <dd className={styles.fit}>{t.fitValue(match.fit)}</dd>
      </div>
      <div>
        <dt>{t.coverage}</dt>
        <dd className={styles.coverage}>{t.coverageValue(match.coverage)}</dd>
      </div>
    </dl>
  );
}

function Parts({ match, fit }: { match: Match; fit: number }) {
  const t = useWords(matchingWords);
  const shared = useWords(sharedWords);
  const sum = match.parts.reduce((total, part) => total + part.points, 0);
  return (
    <ul className={styles.parts}>
      {match.parts.map((part) => {
        const reached = points(part.points);
        const possible = points(part.points_max);
        return (
          <li key={part.kind} className={styles.part}>
            <span>{shared.part[part.kind]}</span>
            {part.points_max > 0 ? (
              <>
                <Bar
                  label={shared.part[part.kind]}
                  value={part.points}
                  max={part.points_max}
                  text={t.partSpoken(reached, possible)}
                />
                <span className={styles.points}>{t.partPoints(reached, possible)}</span>
              </>
            ) : (
              <span className={styles.uncounted}>{t.notCounted}</span>
            )}
          </li>
        );
      })}
      <li className={styles.sum}>
        <span>{t.sum}</span>
        <span className={styles.points}>
          {sum === fit * 10 ? t.fitValue(fit) : t.sumRounded(points(sum), fit)}
        </span>
      </li>
    </ul>
  );
}
