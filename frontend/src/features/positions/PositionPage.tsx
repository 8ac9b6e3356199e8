import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isSeeker, represents, useSession } from '../../api/session';
import { useWords } from '../../i18n/locale';
import { useTitle } from '../../i18n/useTitle';
import { ApiError } from '../../lib/ApiError';
import { BackLink } from '../../ui/BackLink';
import { ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { Skeleton } from '../../ui/feedback/Skeleton';
import { positionQuery, similarToClosed } from './api';
import { ClosedPosition } from './ClosedPosition';
import styles from './PositionPage.module.css';
import { PositionBody, PositionHead } from './PositionView';
import { positionWords } from './words';

interface Props {
  id: string;
  /** One line on how the position and the signed-in person fit, and the whole of it. */
  summary: ReactNode;
  explanation: ReactNode;
}

export function PositionPage({ id, summary, explanation }: Props) {
  const t = useWords(positionWords);
  const session = useSession();
  const { data: position, error, refetch } = useQuery(positionQuery(id));
  useTitle(position && `${position.title} · ${position.enterprise.name}`);

  return (
    <div className={styles.page}>
      <BackLink to="/positions">{t.back}</BackLink>
      {!position && !error && <Skeleton cards={2} />}
      {error && !position && <Refused error={error} onRetry={refetch} />}
      {position && (
        <div className={styles.columns}>
          <Card>
            <PositionHead position={position} />
            {isSeeker(session) && summary}
            {represents(session, position.enterprise.id) && (
              <p>
                <ButtonLink to="/org/positions/$id/candidates" params={{ id }}>
                  {t.seeCandidates}
                </ButtonLink>
              </p>
            )}
            <PositionBody position={position} />
          </Card>
          {isSeeker(session) && <div>{explanation}</div>}
          {session && !session.account && <SignInHint id={id} />}
        </div>
      )}
    </div>
  );
}

function Refused({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useWords(positionWords);
  const similar = similarToClosed(error);
  if (similar) return <ClosedPosition similar={similar} />;
  if (!(error instanceof ApiError && error.status === 404)) {
    return <ErrorNote error={error} onRetry={onRetry} />;
  }
  return (
    <Card>
      <h1>{t.missing}</h1>
      <p>{t.missingAdvice}</p>
    </Card>
  );
}

function SignInHint({ id }: { id: string }) {
  const t = useWords(positionWords);
  return (
    <Card>
      <p>{t.signIn}</p>
      <p>
        <ButtonLink to="/sign-in" search={{ next: `/positions/${id}` }} variant="secondary">
          {t.signInAction}
        </ButtonLink>{' '}
        <ButtonLink to="/sign-up" variant="quiet">
          {t.signUpAction}
        </ButtonLink>
      </p>
    </Card>
  );
}
