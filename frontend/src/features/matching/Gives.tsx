import { Link } from '@tanstack/react-router';
import type { Adjustment } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { PermitNote } from '../../ui/form/permit/PermitNote';
import styles from './Counterfactuals.module.css';
import { counterfactualWords } from './counterfactual/words';
import type { Audience } from './findings';

interface Props {
  adjustment: Adjustment;
  audience: Audience;
}

/** What gives the one thing that is missing: what a paper permits and by which rule, or who decides. */
export function Gives({ adjustment, audience }: Props) {
  const t = useWords(counterfactualWords);
  const isOwn = audience === 'seeker';
  const permit = 'permit' in adjustment ? adjustment.permit : undefined;
  return (
    <>
      <PermitNote permit={permit ?? undefined} />
      <p className={styles.note}>{t.gives[adjustment.kind](isOwn ? t.you : t.person)}</p>
      {isOwn && adjustment.kind === 'skill' && (
        <p>
          <Link
            to="/me/profile"
            search={{ about: adjustment.name }}
            hash="skills"
            className={styles.link}
          >
            {t.addSkill}
          </Link>
        </p>
      )}
    </>
  );
}
