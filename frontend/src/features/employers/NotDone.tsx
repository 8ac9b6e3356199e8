import { useWords } from '../../i18n/locale';
import { ButtonLink } from '../../ui/Button';
import { ErrorNote } from '../../ui/feedback/ErrorNote';
import type { useSteps } from './steps';
import { employerWords } from './words';

/** A step the server refused, with the way to put it right. */
export function NotDone({ refused }: Pick<ReturnType<typeof useSteps>, 'refused'>) {
  const t = useWords(employerWords);
  if (!refused) return null;
  const { id, title } = refused.position;
  return (
    <ErrorNote error={refused.error} title={t.notDone(title)}>
      <ButtonLink to="/org/positions/$id" params={{ id }} variant="secondary">
        {t.fix}
      </ButtonLink>
    </ErrorNote>
  );
}
