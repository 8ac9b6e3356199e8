import styles from './Bar.module.css';

interface Props {
  label: string;
  value: number;
  max: number;
  /** The value in words, for those who hear the page. */
  text: string;
}

/** A bar for a part of a whole. Its length is an attribute, which the security policy lets pass,
 * where a style written into the page by the server would not. */
export function Bar({ label, value, max, text }: Props) {
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: each browser draws its own meter, none to our tokens.
    <div
      role="meter"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuetext={text}
    >
      <svg className={styles.bar} aria-hidden="true">
        <rect className={styles.track} width="100%" height="8" rx="4" />
        {share > 0 && <rect className={styles.fill} width={`${share}%`} height="8" rx="4" />}
      </svg>
    </div>
  );
}
