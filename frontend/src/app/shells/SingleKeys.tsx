import { useWords } from '../../i18n/locale';
import { Switch } from '../../ui/form/Switch';
import { usePreferences } from '../PreferencesContext';
import { shortcutWords } from './shortcuts/words';

/** Whether a letter alone is a shortcut. */
export function SingleKeys() {
  const t = useWords(shortcutWords);
  const { preferences, choose } = usePreferences();
  return (
    <Switch
      label={t.singleKeys}
      hint={t.singleKeysHint}
      isOn={preferences.singleKeys === 'on'}
      onChange={(isOn) => choose({ ...preferences, singleKeys: isOn ? 'on' : 'off' })}
    />
  );
}
