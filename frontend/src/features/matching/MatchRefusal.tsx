import { useWords } from '../../i18n/locale';
import { ApiError } from '../../lib/ApiError';
import { Button, ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import { useConsent } from './api';
import { matchingWords } from './words';

/** Why there is no match to show. Where only the person's consent is missing, it is asked for. */
export function MatchRefusal({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useWords(matchingWords);
  const consent = useConsent();
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Card>
        <h2>{t.noProfile}</h2>
        <p>{t.noProfileWhat}</p>
        <p>
          <ButtonLink to="/me/profile">{t.noProfileAction}</ButtonLink>
        </p>
      </Card>
    );
  }
  const isAsked = error instanceof ApiError && error.code === 'consent_missing';
  if (!isAsked) return <ErrorNote error={error} onRetry={onRetry} />;
  return (
    <Card>
      <h2>{t.consent}</h2>
      <p>{t.consentWhat}</p>
      <p>
        <Button isPending={consent.isPending} onClick={() => consent.mutate()}>
          {t.consentGive}
        </Button>
      </p>
      {consent.error && <ErrorNote error={consent.error} />}
    </Card>
  );
}
