import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { App } from './app/App';
import { applyPreferences, readPreferences } from './app/preferences';
import { router } from './app/routes';
import { loadEnglish } from './i18n/locale';

// Before the first paint, so that the large size does not jump into place.
const preferences = readPreferences();
applyPreferences(preferences);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

// What the server wrote stays until the whole page is there, data and words; no skeleton in between.
// Not awaited at the top level, which would keep other files from sharing what this one holds.
async function start(place: HTMLElement) {
  await router.load();
  if (preferences.locale === 'en') await loadEnglish();
  const page = (
    <StrictMode>
      <App />
    </StrictMode>
  );
  // In a transition the work is cut into short pieces: what the server wrote answers to taps meanwhile.
  startTransition(() => createRoot(place).render(page));
}

start(root);
