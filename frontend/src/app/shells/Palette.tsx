import { useRouter } from '@tanstack/react-router';
import { useSession } from '../../api/session';
import { useWords } from '../../i18n/locale';
import CommandPalette from '../../ui/overlay/CommandPalette';
import { menuOf } from '../access';
import { usePreferences } from '../PreferencesContext';
import { appWords } from '../words';

/** What staff reach by typing: their pages, and how to read them. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const t = useWords(appWords);
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
