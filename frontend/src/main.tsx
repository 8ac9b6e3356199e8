import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { App } from './app/App';
import { applyPreferences, readPreferences } from './app/preferences';

// Before the first paint, so that the large size does not jump into place.
applyPreferences(readPreferences());

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
