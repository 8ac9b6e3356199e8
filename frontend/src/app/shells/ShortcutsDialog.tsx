import { useState } from 'react';
import { useWords } from '../../i18n/locale';
import { isSingleKey, type Shortcut, shortcuts, workingShortcuts } from '../../lib/shortcuts';
import { Dialog } from '../../ui/overlay/Dialog';
import { usePreferences } from '../PreferencesContext';
import styles from './ShortcutsDialog.module.css';
import { SingleKeys } from './SingleKeys';
import { shortcutWords } from './shortcuts/words';

/** The keyboard shortcuts of the page behind it, and no others. */
export default function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(shortcutWords);
  const { preferences } = usePreferences();
  const [working] = useState(workingShortcuts);
  const listed = working.filter((one) => preferences.singleKeys === 'on' || !isSingleKey(one));
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p>{t.lead}</p>
      <dl className={styles.list}>
        {listed.map((shortcut) => (
          <div key={shortcut}>
            <dt>{t.does[shortcut]}</dt>
            <dd>
              <kbd>{nameOf(shortcut)}</kbd>
            </dd>
          </div>
        ))}
      </dl>
      <SingleKeys />
    </Dialog>
  );
}

/** As it stands on the keys. */
function nameOf(shortcut: Shortcut): string {
  const key = shortcuts[shortcut].key.toUpperCase();
  return isSingleKey(shortcut) ? key : `Ctrl ${key}`;
}
