import type { PositionCounterfactual } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { useAdjustments } from './adjustments';
import styles from './Counterfactuals.module.css';
import { counterfactualWords } from './counterfactual/words';
import { Gives } from './Gives';

interface Props {
  counterfactual: PositionCounterfactual;
  /** Nothing else rules the position out. */
  isRuledOut: boolean;
}

/** Of one position: the one thing it misses, and how it would fit with that. */
export function OneMissing({ counterfactual: { adjustment, fit }, isRuledOut }: Props) {
  const t = useWords(counterfactualWords);
  const say = useAdjustments();
  const what = say(adjustment);
  return (
    <div className={styles.one}>
      <h3>{t.missing}</h3>
      <p className={styles.gain}>
        {isRuledOut ? t.onlyThis(what) : t.better(what)}
        {fit != null && t.fitThen(fit)}
      </p>
      <Gives adjustment={adjustment} audience="seeker" />
    </div>
  );
}
