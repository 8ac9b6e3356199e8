import { capitals } from '../../i18n/capitals';
import { useFormat } from '../../i18n/format';
import { useWords } from '../../i18n/locale';
import { uiWords } from '../words';
import styles from './data.module.css';

interface Props {
  fen: number;
  /** On vouchers and totals to be signed: the amount in capital numerals below. */
  withCapitals?: boolean;
  /** In a column whose head names the unit. */
  isBare?: boolean;
}

/** An amount with all its digits: 12,345.60 元. */
export function Money({ fen, withCapitals, isBare }: Props) {
  const t = useWords(uiWords);
  const format = useFormat();
  const figures = format.amount(fen);
  return (
    <span className={styles.money}>
      {isBare ? figures : t.money(figures)}
      {withCapitals && (
        <span className={styles.capitals} lang="zh-CN">
          {capitals(fen)}
        </span>
      )}
    </span>
  );
}
