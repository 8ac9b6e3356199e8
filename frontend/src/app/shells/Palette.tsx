import { useRouter } from '@tanstack/react-router';
import { useSession } from '../../api/session';
import { useWords } from '../../i18n/locale';
import CommandPalette from '../../ui/overlay/CommandPalette';
import { menuOf } from '../access';
import { usePreferences } from '../PreferencesContext';
import { appWords } from '../words';
import { shortcutWords } from './shortcuts/words';

interface Props {
  onClose: () => void;
  /** Opens the list of keyboard shortcuts, also where its own key is turned off. */
  onShortcuts: () => void;
}

/** What staff reach by typing: their pages, and how to read them. */
export default function Palette({ onClose, onShortcuts }: Props) {
  const t = useWords(appWords);
  const { title } = useWords(shortcutWords);
  const session = useSession();
  const router = useRouter();
  const { preferences, choose } = usePreferences();
  const isDark = preferences.theme === 'dark';
  const isCompact = preferences.density === 'compact';
  const pages = menuOf(router, session).map(({ path, title }) => ({
    key: path,
    label: t.titles[title],
    words: path,
    note: t.page,
    onRun: () => router.navigate({ to: path }),
  }));
  return (
    <CommandPalette
      onClose={onClose}
      commands={[
        ...pages,
        {
          key: 'search',
          label: t.search,
          words: 'positions jobs',
          note: t.page,
          onRun: () => router.navigate({ to: '/positions' }),
        },
        { key: 'shortcuts', label: title, words: 'shortcuts keyboard ?', onRun: onShortcuts },
        {
          key: 'theme',
          label: isDark ? t.toLight : t.toDark,
          words: 'theme dark light',
          onRun: () => choose({ ...preferences, theme: isDark ? 'light' : 'dark' }),
        },
        {
          key: 'density',
          label: isCompact ? t.toComfortable : t.toCompact,
          words: 'density compact',
          onRun: () => choose({ ...preferences, density: isCompact ? 'comfortable' : 'compact' }),
        },
      ]}
    />
  );
}
