import type { Permit } from '../../../api/types';
import { useWords } from '../../../i18n/locale';
import styles from '../field.module.css';
import { permitWords } from './words';

/** The dictionary's mark of what has still to be compared with the text of the rule. */
const UNCHECKED = /\s*\[G\]/;

/** Below the name of a paper: what it permits, whether the work needs it, and which rule says so. */
export function PermitNote({ permit }: { permit: Permit | undefined }) {
  const t = useWords(permitWords);
  if (!permit) return null;
  const { permits, standing, source } = permit;
  const rule = source.replace(UNCHECKED, '');
  return (
    <p className={styles.hint}>
      {t.permit(permits, t.standing[standing], t.source(rule, rule === source))}
    </p>
  );
}
