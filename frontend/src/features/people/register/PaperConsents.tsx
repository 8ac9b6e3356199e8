import type { Purpose } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Card } from '../../../ui/Card';
import { ErrorNote } from '../../../ui/feedback/ErrorNote';
import { showToast } from '../../../ui/feedback/toast';
import { Check } from '../../../ui/form/Check';
import { usePaperConsent } from './api';
import styles from './person.module.css';
import { registerWords } from './words';

interface Props {
  id: string;
  consents: readonly Purpose[];
}

/** What the person signed at the counter, taken down at once; a slip of the hand can be taken back. */
export function PaperConsents({ id, consents }: Props) {
  const t = useWords(registerWords);
  const change = usePaperConsent(id);
  const pressed = change.isPending ? change.variables : undefined;

  function press(purpose: Purpose, given: boolean) {
    change.mutate(
      { purpose, given },
      {
        onSuccess: () =>
          showToast({
            text: (given ? t.consentTaken : t.consentEnded)(t.purpose[purpose].title),
            onUndo: () => change.mutate({ purpose, given: !given }),
          }),
      },
    );
  }

  return (
    <Card>
      <h2>{t.consents}</h2>
      <p className={styles.note}>{t.consentsNote}</p>
      {(Object.keys(t.purpose) as Purpose[]).map((purpose) => (
        <Check
          key={purpose}
          label={t.purpose[purpose].title}
          hint={t.purpose[purpose].what}
          checked={pressed?.purpose === purpose ? pressed.given : consents.includes(purpose)}
          onChange={(given) => press(purpose, given)}
        />
      ))}
      {change.error && <ErrorNote error={change.error} />}
    </Card>
  );
}
