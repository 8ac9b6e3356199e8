import type { Match, PositionCard } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Bar } from '../../ui/data/Bar';
import { type Audience, tellingLine, useFindings } from './findings';
import styles from './MatchLine.module.css';
import { matchingWords } from './words';

interface Props {
  match: Match;
  audience: Audience;
  position?: PositionCard;
}

/** A match in a card: its two numbers, and the strongest reason or the one gap. */
export function MatchLine({ match, audience, position }: Props) {
  const t = useWords(matchingWords);
  const say = useFindings(audience, position);
  const line = tellingLine(match);
  const finding = line && say(line);
  return (
    <div className={styles.match}>
      {match.fit == null ? (
        <span>{t.shortUnknown}</span>
      ) : (
        <>
          <div className={styles.bar}>
            <Bar label={t.fit} value={match.fit} max={100} text={t.fitValue(match.fit)} />
          </div>
          <span className={styles.fit}>{t.short(match.fit)}</span>
          <span className={styles.note}>{t.coverageShort(match.coverage)}</span>
        </>
      )}
      {line && finding && (
        <p className={styles.reason}>
          {line.verdict === 'missing'
            ? `– ${t.gap(finding.title)}`
            : `✓ ${finding.title} · ${finding.detail}`}
        </p>
      )}
    </div>
  );
}
