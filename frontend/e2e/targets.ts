import type { Page } from 'playwright-core';

/** What can be pressed but is smaller than a fingertip. Links inside a sentence are exempt (WCAG 2.5.8). */
export function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const TAP = 44;
    const all = document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, textarea, summary, [role=tab], [role=option]',
    );
    return [...all].flatMap((target) => {
      // A check or chip is pressed by its label.
      const label = target.matches('input') ? target.closest('label') : null;
      const box = (label ?? target).getBoundingClientRect();
      const isHidden = box.width === 0 || target.closest('[aria-hidden=true]');
      const isSkip = target.matches('a[href="#main"]');
      const isInline = target.matches('a') && getComputedStyle(target).display === 'inline';
      // A link that stretches over its card is as large as the card.
      const after = getComputedStyle(target, '::after');
      const isStretched = after.content !== 'none' && after.position === 'absolute';
      const style = getComputedStyle(target);
      const isCovering = style.position === 'absolute' && style.opacity === '0' && label === null;
      if (isHidden || isSkip || isInline || isStretched || isCovering) return [];
      // Half a pixel is rounding.
      if (box.width >= TAP - 0.5 && box.height >= TAP - 0.5) return [];
      const name = (
        target.textContent ||
        target.getAttribute('aria-label') ||
        target.tagName
      ).trim();
      return [`${name.slice(0, 40)}: ${Math.round(box.width)} × ${Math.round(box.height)}`];
    });
  });
}
