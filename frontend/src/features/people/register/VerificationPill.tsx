import { CircleDashed, X } from 'lucide-react';
import type { Verification } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Pill } from '../../../ui/data/Pill';
import styles from './person.module.css';
import { registerWords } from './words';

const looks = {
  unverified: { tone: 'warn', Sign: CircleDashed },
  // A success brings its own sign.
  verified: { tone: 'success', Sign: undefined },
  refused: { tone: 'danger', Sign: X },
} as const;

/** Whether an officer has looked at somebody's papers: sign, word and colour. */
export function VerificationPill({ state }: { state: Verification }) {
  const t = useWords(registerWords);
  const { tone, Sign } = looks[state];
  return (
    <Pill tone={tone}>
      {Sign && <Sign aria-hidden="true" className={styles.sign} />} {t.verification[state]}
    </Pill>
  );
}
