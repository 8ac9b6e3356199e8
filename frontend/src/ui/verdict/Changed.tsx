import { useWords } from '../../i18n/locale';
import { Button } from '../Button';
import { Details } from '../data/Details';
import { Banner } from '../feedback/Banner';
import { uiWords } from '../words';
import type { Change } from './useSeen';
import { verdictWords } from './words';

interface Props {
  changes: readonly Change[];
  isRead: boolean;
  onReload: () => void;
}

/** What became another while somebody looked at the papers; what they ticked and wrote stays. */
export function Changed({ changes, isRead, onReload }: Props) {
  const t = useWords(verdictWords);
  const ui = useWords(uiWords);
  if (!isRead) {
    return (
      <Banner tone="warn" title={t.changed} isNews>
        <p>{t.kept}</p>
        <Button variant="secondary" onClick={onReload}>
          {ui.readAnew}
        </Button>
      </Banner>
    );
  }
  return (
    <Banner tone="warn" title={t.changed} isNews>
      {changes.length === 0 && <p>{t.changedUnseen}</p>}
      <Details
        items={changes.map(({ label, before, now }) => ({ label, value: t.fromTo(before, now) }))}
      />
      <p>{t.kept}</p>
    </Banner>
  );
}
