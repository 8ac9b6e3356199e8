import { useEffect } from 'react';

/** Names the page in the tab. Not a `<title>` element: the server has already written one. */
export function useTitle(title: string | undefined) {
  useEffect(() => {
    if (title) document.title = title;
  }, [title]);
}
