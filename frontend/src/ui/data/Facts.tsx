import styles from './Facts.module.css';

/** Short facts in a row, parted by dots; no dot stands alone where a line ends or begins. */
export function Facts({ facts }: { facts: readonly string[] }) {
  return (
    <ul className={styles.facts}>
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  );
}
