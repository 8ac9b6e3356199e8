import { lazy, Suspense, useEffect, useState } from 'react';
import { useWords } from '../../i18n/locale';
import { keepRevealReason, type RevealReason, revealReason } from '../../lib/revealReason';
import { Button } from '../Button';
import { useSentence } from '../feedback/ErrorNote';
import { uiWords } from '../words';
import styles from './data.module.css';

const RevealDialog = lazy(() => import('./RevealDialog'));

interface Props {
  /** What it is, for the button's name: “手机号”. */
  label: string;
  /** As it may always be seen: 138****1234. */
  masked: string;
  /** Fetches the whole, with the reason, which the server records. Left out: nobody here may see it. */
  reveal?: (reason: RevealReason) => Promise<string>;
}

/** How long the whole stays on the screen. */
const SHOWN_S = 60;

/** Personal data, covered until somebody gives a reason; the reason is asked once a session. */
export function Masked({ label, masked, reveal }: Props) {
  const t = useWords(uiWords);
  const [whole, setWhole] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  const [isPending, setPending] = useState(false);
  const [error, setError] = useState<unknown>();
  const sentence = useSentence(error);
  useEffect(() => {
    if (whole === undefined) return;
    const timer = setTimeout(() => setWhole(undefined), SHOWN_S * 1000);
    return () => clearTimeout(timer);
  }, [whole]);

  async function show(reason: RevealReason) {
    setPending(true);
    setError(undefined);
    setAsking(false);
    try {
      setWhole(await reveal?.(reason));
      keepRevealReason(reason);
    } catch (refusal) {
      setError(refusal);
    }
    setPending(false);
  }

  function press() {
    const reason = revealReason();
    if (whole !== undefined) setWhole(undefined);
    else if (reason) show(reason);
    else setAsking(true);
  }

  return (
    <span className={styles.masked}>
      <span role="status">{whole ?? masked}</span>
      {reveal && (
        <Button variant="quiet" isPending={isPending} onClick={press}>
          {whole === undefined ? t.reveal(label) : t.cover(label)}
        </Button>
      )}
      {error !== undefined && <span role="alert">{sentence}</span>}
      {isAsking && (
        <Suspense>
          <RevealDialog label={label} onReason={show} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </span>
  );
}
