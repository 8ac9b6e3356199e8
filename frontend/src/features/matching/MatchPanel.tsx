import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../i18n/locale';
import { ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { Spoken } from '../../ui/Spoken';
import { AskList } from './AskList';
import { matchQuery } from './api';
import { Explanation } from './Explanation';
import styles from './MatchPanel.module.css';
import { MatchRefusal } from './MatchRefusal';
import { OneMissing } from './OneMissing';
import { matchingWords } from './words';

/** Why a position is suggested to the signed-in person, and what they could still tell us. */
export function MatchPanel({ positionId }: { positionId: string }) {
  const t = useWords(matchingWords);
  const { data, error, refetch } = useQuery(matchQuery(positionId));
  // Said only when an answer has changed it.
  const [first, setFirst] = useState<number | null>();
  if (error && !data) return <MatchRefusal error={error} onRetry={refetch} />;
  if (!data) return <Skeleton cards={2} />;
  const { match, position, counterfactual } = data;
  if (first === undefined) setFirst(match.fit ?? null);
  return (
    <section id="match">
      <Card>
        <h2>{match.blocks.length > 0 ? t.whyNot : t.why}</h2>
        <p role="status">
          <Spoken>
            {first !== undefined && match.fit != null && match.fit !== first && t.fitNow(match.fit)}
          </Spoken>
        </p>
        {counterfactual && (
          <OneMissing counterfactual={counterfactual} isRuledOut={match.blocks.length > 0} />
        )}
        <Explanation match={match} audience="seeker" position={position} />
        {match.ask.length > 0 && (
          <div>
            <h3>{t.ask}</h3>
            <AskList questions={match.ask} />
          </div>
        )}
        <p>
          <ButtonLink to="/me/profile" variant="secondary">
            {t.correct}
          </ButtonLink>
        </p>
        <p className={styles.foot}>{t.fair}</p>
      </Card>
    </section>
  );
}
