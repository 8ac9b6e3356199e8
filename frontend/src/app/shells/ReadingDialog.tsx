import { useWords } from '../../i18n/locale';
import { ChooseOne } from '../../ui/form/Choices';
import { Dialog } from '../../ui/overlay/Dialog';
import { usePreferences } from '../PreferencesContext';
import { densities, sizes, themes } from '../preferences';
import { readingWords } from './reading/words';
import { SingleKeys } from './SingleKeys';

interface Props {
  withDensity: boolean | undefined;
  onClose: () => void;
}

/** Size, theme and, for staff, how close the rows stand and single-key shortcuts. Each choice takes effect at once. */
export default function ReadingDialog({ withDensity, onClose }: Props) {
  const t = useWords(readingWords);
  const { preferences, choose } = usePreferences();
  const { size, theme, density } = preferences;
  return (
    <Dialog title={t.readingTitle} onClose={onClose}>
      <ChooseOne
        legend={t.size}
        value={size}
        choices={sizes.map((value) => ({ value, label: t.sizes[value] }))}
        onChange={(value) => choose({ ...preferences, size: value })}
      />
      <ChooseOne
        legend={t.theme}
        value={theme}
        choices={themes.map((value) => ({ value, label: t.themes[value] }))}
        onChange={(value) => choose({ ...preferences, theme: value })}
      />
      {withDensity && (
        <>
          <ChooseOne
            legend={t.density}
            value={density}
            choices={densities.map((value) => ({ value, label: t.densities[value] }))}
            onChange={(value) => choose({ ...preferences, density: value })}
          />
          <SingleKeys />
        </>
      )}
      <p>{t.readingKept}</p>
    </Dialog>
  );
}
