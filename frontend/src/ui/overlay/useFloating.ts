import { type CSSProperties, type RefObject, useEffect, useLayoutEffect, useState } from 'react';

const EDGE = 8;
const LEAST = 120;

/**
 * Places a small panel below its opener, or above it where there is no room, inside the window, and
 * keeps it there when the page scrolls or a phone's keyboard comes up. It is fixed, so that no scrolling
 * box cuts it off. A press beside it closes it.
 */
export function useFloating(
  isOpen: boolean,
  opener: RefObject<HTMLElement | null>,
  panel: RefObject<HTMLElement | null>,
  onClose: () => void,
): CSSProperties {
  // Not yet placed it is only not to be seen, since what is hidden takes no focus.
  const [place, setPlace] = useState<CSSProperties>({ position: 'fixed', opacity: 0 });

  useLayoutEffect(() => {
    if (!isOpen || !panel.current) return;
    const lay = () => {
      if (opener.current && panel.current) setPlace(placeOf(opener.current, panel.current));
    };
    lay();
    const grown = 'ResizeObserver' in window ? new ResizeObserver(lay) : undefined;
    grown?.observe(panel.current);
    document.addEventListener('scroll', lay, true);
    window.addEventListener('resize', lay);
    return () => {
      grown?.disconnect();
      document.removeEventListener('scroll', lay, true);
      window.removeEventListener('resize', lay);
    };
  }, [isOpen, opener, panel]);

  useEffect(() => {
    if (!isOpen) return;
    const onPress = ({ target }: Event) => {
      const inside = [opener, panel].some(({ current }) => current?.contains(target as Node));
      if (!inside) onClose();
    };
    document.addEventListener('pointerdown', onPress, true);
    return () => document.removeEventListener('pointerdown', onPress, true);
  }, [isOpen, opener, panel, onClose]);

  return place;
}

function placeOf(opener: HTMLElement, panel: HTMLElement): CSSProperties {
  const from = opener.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = clientHeight - from.bottom - EDGE;
  const isAbove = panel.scrollHeight > below && from.top > below;
  return {
    position: 'fixed',
    left: Math.max(EDGE, Math.min(from.left, clientWidth - panel.offsetWidth - EDGE)),
    maxHeight: Math.max(LEAST, (isAbove ? from.top : below) - EDGE),
    top: isAbove ? 'auto' : from.bottom + 4,
    bottom: isAbove ? clientHeight - from.top + 4 : 'auto',
  };
}
