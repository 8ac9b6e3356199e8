import { type ReactNode, useEffect, useRef } from 'react';
import { useWords } from '../../i18n/locale';
import { Button } from '../Button';
import { uiWords } from '../words';
import styles from './Form.module.css';
import { stayInBox, useAfterBox } from './useAfterBox';

export interface Step<K extends string = string> {
  key: K;
  /** The question itself, as the heading below the page's own. */
  title: string;
  lead?: ReactNode;
  content: ReactNode;
  /** What keeps from going on, as a sentence; where the form inside says it, leave it out. */
  lacks?: string | undefined;
}

interface Props<K extends string> {
  steps: readonly Step<K>[];
  /** The current step, which stands in the address, so that "back" is the browser's own. */
  current: K | undefined;
  onStep: (key: K, isOnward: boolean) => void;
  /** Beside the buttons, such as that the answers so far are kept. */
  note?: ReactNode;
  /** The verb of the last button. */
  finish: string;
  onFinish: () => void;
  isPending?: boolean;
  onLacking?: (sentence: string) => void;
}

/** One question to a page, with the way back; what was answered stays when one goes back. */
export function Flow<K extends string>(props: Props<K>) {
  const { steps, current, onStep, note, finish, onFinish, isPending, onLacking } = props;
  const t = useWords(uiWords);
  const found = steps.findIndex(({ key }) => key === current);
  const index = Math.max(0, found);
  const step = steps[index];
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(index);
  useEffect(() => {
    // A summary of errors that came with the step has the focus already.
    const isTold = document.activeElement?.closest('[role=alert]');
    if (shown.current !== index && !isTold) heading.current?.focus();
    shown.current = index;
  }, [index]);
  const [before, after] = [steps[index - 1], steps[index + 1]];
  const goOn = useAfterBox(() => {
    if (isPending) return;
    if (step?.lacks) onLacking?.(step.lacks);
    else if (after) onStep(after.key, true);
    else onFinish();
  });
  const goBack = useAfterBox(() => before && onStep(before.key, false));
  if (!step) return null;

  return (
    <form
      className={styles.flow}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        goOn();
      }}
    >
      <div>
        <p className={styles.step}>{t.step(index + 1, steps.length)}</p>
        <h2 ref={heading} tabIndex={-1}>
          {step.title}
        </h2>
        {step.lead && <p className={styles.lead}>{step.lead}</p>}
      </div>
      {step.content}
      <div className={styles.foot}>
        <Button type="submit" isPending={isPending} onMouseDown={stayInBox}>
          {after ? t.next : finish}
        </Button>
        {before && (
          <Button
            variant="quiet"
            isPending={isPending ?? false}
            onMouseDown={stayInBox}
            onClick={goBack}
          >
            {t.previous}
          </Button>
        )}
        <p role="status" className={styles.lead}>
          {note}
        </p>
      </div>
    </form>
  );
}
