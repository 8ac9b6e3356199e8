import type { Person } from '../../../api/types';
import { useFormat } from '../../../i18n/format';
import { useWords } from '../../../i18n/locale';
import { Button } from '../../../ui/Button';
import { PrintPage } from '../../../ui/PrintPage';
import type { GivenCode } from './PersonPage';
import styles from './person.module.css';
import { registerWords } from './words';

interface Props {
  code: GivenCode;
  person: Person;
  onClose: () => void;
}

/** A slip of paper with the code and what to do with it, to be taken home. */
export function CodeSlip({ code, person, onClose }: Props) {
  const t = useWords(registerWords);
  const format = useFormat();
  const words = t.codes[code.kind];
  return (
    <PrintPage
      title={words.title}
      tools={
        <Button variant="secondary" onClick={onClose}>
          {t.slipClose}
        </Button>
      }
      foot={t.slipFoot}
    >
      <p>{t.slipFor(person.name)}</p>
      <p className={styles.code}>{code.code}</p>
      <p>{t.slipUntil(format.moment(code.expires_at))}</p>
      <ol className={styles.steps}>
        {words.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.note}>{t.slipOnce}</p>
    </PrintPage>
  );
}
