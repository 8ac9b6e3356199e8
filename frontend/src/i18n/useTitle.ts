import { useEffect } from 'react';
import { useWords } from './locale';
import { sharedWords } from './words';

/** Names the page and the site in the tab. Not a `<title>` element: the server has already written one. */
export function useTitle(title: string | undefined) {
  const { brand } = useWords(sharedWords);
  useEffect(() => {
    if (title) document.title = title.includes(brand) ? title : `${title} · ${brand}`;
  }, [title, brand]);
}
