import { useQuery } from '@tanstack/react-query';
import { useWords } from '../../../i18n/locale';
import { useTitle } from '../../../i18n/useTitle';
import { ApiError } from '../../../lib/ApiError';
import { Card } from '../../../ui/Card';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { Skeleton } from '../../../ui/feedback/Skeleton';
import { FieldRow, Form } from '../../../ui/form/Form';
import { TextField } from '../../../ui/form/TextField';
import { useForm } from '../../../ui/form/useForm';
import { WidePage } from '../../../ui/WidePage';
import { Apart } from './Apart';
import { apartQuery } from './api';
import { idIn, type Pair } from './pair';
import { apartWords } from './words';

interface Props {
  /** Absent: nothing is chosen yet. */
  pair: Pair | undefined;
  onPair: (pair: Pair) => void;
}

/** For whoever answers for the engine: one person and one position, and every number between them. */
export function ApartPage({ pair, onPair }: Props) {
  const t = useWords(apartWords);
  useTitle(t.title);
  return (
    <WidePage title={t.title} lead={t.lead}>
      <Card>
        <Choice pair={pair} onPair={onPair} />
      </Card>
      {pair && <Found pair={pair} />}
    </WidePage>
  );
}

function Choice({ pair, onPair }: { pair: Pair | undefined; onPair: (pair: Pair) => void }) {
  const t = useWords(apartWords);
  const lacks = (text: string) => (idIn(text) ? undefined : t.noId);
  const form = useForm({
    initial: pair ?? { person: '', position: '' },
    check: ({ person, position }) => ({ person: lacks(person), position: lacks(position) }),
  });
  return (
    <Form
      form={form}
      submit={t.open}
      isPending={false}
      onSubmit={({ person, position }) =>
        onPair({ person: idIn(person) ?? '', position: idIn(position) ?? '' })
      }
    >
      <FieldRow>
        <TextField
          label={t.person}
          hint={t.idHint}
          {...form.field('person')}
          autoComplete="off"
          maxLength={300}
        />
        <TextField
          label={t.position}
          hint={t.idHint}
          {...form.field('position')}
          autoComplete="off"
          maxLength={300}
        />
      </FieldRow>
    </Form>
  );
}

function Found({ pair }: { pair: Pair }) {
  const t = useWords(apartWords);
  const { data, error, isPending, refetch } = useQuery(apartQuery(pair));
  if (isPending) return <Skeleton />;
  if (data) return <Apart found={data} />;
  const isConsent = error instanceof ApiError && error.code === 'consent_missing';
  return isConsent ? (
    <ErrorNote error={error} title={t.noConsent} />
  ) : (
    <ErrorNote error={error} onRetry={refetch} />
  );
}
