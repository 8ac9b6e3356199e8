import { useWords } from '../../i18n/locale';
import { uiWords } from '../words';
import { Bar } from './Bar';
import styles from './data.module.css';

/** How well it fits, of 100; the sentence why stands on its own line beside it. */
export function Score({ value, label }: { value: number; label?: string }) {
  const t = useWords(uiWords);
  return (
    <span className={styles.score}>
      <Bar label={label ?? t.fit} value={value} max={100} text={t.score(value)} />
      <strong>{t.score(value)}</strong>
    </span>
  );
}

interface MeterProps {
  label: string;
  value: number;
  max: number;
  /** In words: “36 / 40”. */
  text: string;
}

/** A named part of a whole with its figures: a bar of a score, a budget, a limit. */
export function Meter({ label, value, max, text }: MeterProps) {
  return (
    <div className={styles.meter}>
      <span>{label}</span>
      <Bar label={label} value={value} max={max} text={text} />
      <span>{text}</span>
    </div>
  );
}
