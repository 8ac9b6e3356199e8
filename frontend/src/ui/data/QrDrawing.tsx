// The only place that knows the library: loaded with the first code.
import { encode } from 'uqr';
import styles from './QrCode.module.css';

/** Cells of quiet around the code, as ISO/IEC 18004 asks for. */
const QUIET = 4;

export default function QrDrawing({ text }: { text: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  const dark = data.flatMap((row, y) => row.map((is, x) => (is ? `M${x} ${y}h1v1h-1z` : '')));
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className={styles.cells} aria-hidden="true">
      <path d={dark.join('')} />
    </svg>
  );
}
