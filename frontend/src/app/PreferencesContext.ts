import { createContext, useContext } from 'react';
import type { Preferences } from './preferences';

interface Choice {
  preferences: Preferences;
  choose: (preferences: Preferences) => void;
}

export const PreferencesContext = createContext<Choice | null>(null);

export function usePreferences(): Choice {
  const choice = useContext(PreferencesContext);
  if (!choice) throw new Error('usePreferences needs the App around it');
  return choice;
}
