import type { Role, Session } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { sharedWords } from '../../i18n/words';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { signInToDemo } from './api';
import { demoWords } from './demo/words';
import styles from './SignInPage.module.css';

interface Props {
  onChoose: (enter: () => Promise<Session>) => void;
}

/** One press per role. The server offers these sessions in the demonstration world only. */
export function DemoRoles({ onChoose }: Props) {
  const t = useWords(demoWords);
  const shared = useWords(sharedWords);
  return (
    <Card>
      <h2>{t.title}</h2>
      <p>{t.lead}</p>
      <ul className={styles.roles}>
        {(Object.keys(t.role) as Role[]).map((role) => (
          <li key={role}>
            <Button variant="secondary" onClick={() => onChoose(() => signInToDemo(role))}>
              <span className={styles.role}>
                {shared.role[role]}
                <span className={styles.purpose}>{t.role[role]}</span>
              </span>
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
