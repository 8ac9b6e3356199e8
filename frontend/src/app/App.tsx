import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense, startTransition, useEffect, useState } from 'react';
import { LocaleProvider } from '../i18n/locale';
import { PreferencesContext } from './PreferencesContext';
import { applyPreferences, keepPreferences, readPreferences } from './preferences';
import { queryClient } from './queries';
import { router } from './routes';
import { SessionGuard } from './SessionGuard';

export function App() {
  const [preferences, setPreferences] = useState(readPreferences);
  useEffect(() => applyPreferences(preferences), [preferences]);

  function choose(changed: typeof preferences) {
    keepPreferences(changed);
    // In a transition the page in the old language stays until the new words are there.
    startTransition(() => setPreferences(changed));
  }

  return (
    <PreferencesContext value={{ preferences, choose }}>
      <LocaleProvider locale={preferences.locale}>
        <QueryClientProvider client={queryClient}>
          <Suspense fallback={null}>
            <RouterProvider router={router} />
            <SessionGuard />
          </Suspense>
        </QueryClientProvider>
      </LocaleProvider>
    </PreferencesContext>
  );
}
