import { type RefObject, useLayoutEffect, useState } from 'react';

/**
 * How wide the place of an element is, in letters (rem): larger letters have less room on the same screen,
 * which no media query tells. Undefined until it is known.
 */
export function useRoom(element: RefObject<HTMLElement | null>): number | undefined {
  const [room, setRoom] = useState<number>();
  useLayoutEffect(() => {
    const own = element.current;
    const place = own?.parentElement;
    if (!own || !place || typeof ResizeObserver === 'undefined') return;
    const measure = () => {
      const { left, width } = place.getBoundingClientRect();
      // What stands too wide in it may have pushed the place itself beyond the screen.
      const visible = Math.min(width, document.documentElement.clientWidth - left);
      const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setRoom(Math.floor(visible / letter));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(place);
    // Other letters change its height, where they change nothing of the place.
    observer.observe(own);
    return () => observer.disconnect();
  }, [element]);
  return room;
}
