import { useEffect, useRef } from 'react';

/**
 * A page that becomes another under the same path, such as the list of parts one of them: its heading gets
 * the focus. `arrived` names the page, once it is not the first that is shown.
 */
export function useHeadingFocus(arrived: string | undefined) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (arrived !== undefined) heading.current?.focus({ preventScroll: true });
  }, [arrived]);
  return heading;
}
