/**
 * The signs of the doors, drawn here as paths on 24 × 24: the library of signs would cost the first page
 * of all more than the doors themselves.
 */
export const signs = {
  search: 'M18 11a7 7 0 1 1-14 0a7 7 0 0 1 14 0zM21 21l-5-5',
  match: 'M12 3l2.7 5.9 6.3.7-4.7 4.3 1.3 6.3-5.6-3.2-5.6 3.2 1.3-6.3L3 9.6l6.3-.7z',
  enter: 'M10 17l5-5-5-5M15 12H3M14 3h6v18h-6',
  place:
    'M12 21c-4-5-7-8-7-11a7 7 0 0 1 14 0c0 3-3 6-7 11zM14.5 10a2.5 2.5 0 1 1-5 0a2.5 2.5 0 0 1 5 0z',
  company: 'M5 21V3h14v18zM9 7h1M14 7h1M9 11h1M14 11h1M10 21v-5h4v5',
  phone:
    'M6 3h3l2 5-2 1.5a11 11 0 0 0 5.5 5.5L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
};
