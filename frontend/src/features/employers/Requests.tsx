import type { Representation } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { ButtonLink } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { Details } from '../../ui/data/Details';
import { Pill } from '../../ui/data/Pill';
import { Time } from '../../ui/data/Time';
import type { RequestState } from './verify/messages.zh';
import { verifyWords } from './verify/words';

const tones = { pending: 'warn', refused: 'danger' } as const;

/** What became of asking to represent an organisation, and what to do next. */
export function Requests({ requests }: { requests: readonly Representation[] }) {
  const t = useWords(verifyWords);
  if (requests.length === 0) return null;
  return (
    <>
      <h2>{t.requests}</h2>
      {requests.map((one) => (
        <Request key={one.id} request={one} />
      ))}
    </>
  );
}

function Request({ request }: { request: Representation }) {
  const t = useWords(verifyWords);
  const { organisation_name: name, asked_at: asked, decided_at: decided } = request;
  const state: RequestState = request.state === 'refused' ? 'refused' : 'pending';
  return (
    <Card>
      <h3>{name}</h3>
      <p>
        <Pill tone={tones[state]}>{t.request[state]}</Pill>
      </p>
      <Details
        items={[
          { label: t.askedOn, value: <Time at={asked} isFull /> },
          decided != null && { label: t.decidedOn, value: <Time at={decided} isFull /> },
        ]}
      />
      <p>{t.requestNext[state]}</p>
      {state === 'refused' && (
        <p>
          <ButtonLink to="/org/verify" search={{ form: 'represent' }} variant="secondary">
            {t.askAgain}
          </ButtonLink>
        </p>
      )}
    </Card>
  );
}
