import { useState } from 'react';
import type { OwnPosition } from '../../api/types';
import { useWords } from '../../i18n/locale';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/overlay/Dialog';
import { Menu } from '../../ui/overlay/Menu';
import { RENEW_DAYS } from './days';
import { stepsOf, type useSteps } from './steps';
import { employerWords } from './words';

interface Props {
  position: OwnPosition;
  steps: ReturnType<typeof useSteps>;
}

/** Everything that can be done with one position, behind its three dots. */
export function PositionActions({ position, steps }: Props) {
  const t = useWords(employerWords);
  const [isClosing, setClosing] = useState(false);
  const labels = { publish: t.publish, pause: t.pause, renew: t.renew(RENEW_DAYS), close: t.close };
  const items = stepsOf(position).map((step) => ({
    key: step,
    label: labels[step],
    isDanger: step === 'close',
    onChoose: () => (step === 'close' ? setClosing(true) : void steps.run(position, step)),
  }));
  const copy = { key: 'copy', label: t.copy, onChoose: () => void steps.copy(position) };
  return (
    <>
      <Menu isMore label={t.act(position.title)} items={[copy, ...items]} />
      {isClosing && (
        <Dialog
          title={t.closeTitle(position.title)}
          onClose={() => setClosing(false)}
          actions={
            <>
              <Button
                variant="danger"
                onClick={() => {
                  setClosing(false);
                  void steps.run(position, 'close');
                }}
              >
                {t.closeIt}
              </Button>
              <Button variant="secondary" onClick={() => setClosing(false)}>
                {t.keepIt}
              </Button>
            </>
          }
        >
          <p>{t.closeEffect}</p>
        </Dialog>
      )}
    </>
  );
}
