import { CircleDashed, X } from 'lucide-react';
import type { Verification } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import { Pill } from '../../../ui/data/Pill';
import styles from './organisation.module.css';
import { organisationWords } from './words';

const looks = {
  unverified: { tone: 'warn', Sign: CircleDashed },
  // A success brings its own sign.
  verified: { tone: 'success', Sign: undefined },
  refused: { tone: 'danger', Sign: X },
} as const;

/** Whether an officer has looked at an organisation's papers. */
export function StatePill({ state }: { state: Verification }) {
  const t = useWords(organisationWords);
  const { tone, Sign } = looks[state];
  return (
    <Pill tone={tone}>
      {Sign && <Sign aria-hidden="true" className={styles.sign} />} {t.verification[state]}
    </Pill>
  );
}
