import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { focusField } from '../../../ui/form/ErrorSummary';

/** Who comes for one field, which stands behind the address's #, begins there. */
export function useAskedField() {
  const { hash } = useLocation();
  const [asked] = useState(hash);
  useEffect(() => {
    if (!asked) return;
    // After the router has put the new page to its top, and the page has shown its heading.
    const timer = setTimeout(() => {
      focusField(asked);
      document.getElementById(asked)?.scrollIntoView({ block: 'center' });
    });
    return () => clearTimeout(timer);
  }, [asked]);
}
