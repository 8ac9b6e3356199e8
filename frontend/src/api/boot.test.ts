import { expect, test } from 'vitest';
import { takeWritten } from './boot';

test('what stands in the page is answered once, whatever the order of its parameters', async () => {
  const page = [{ path: '/api/positions?limit=20&q=a', status: 200, body: { total: 3 } }];
  document.body.innerHTML = `<script type="application/json" id="boot">${JSON.stringify(page)}</script>`;
  const answer = takeWritten('http://localhost:3000/api/positions?q=a&limit=20');
  expect(await answer?.json()).toEqual({ total: 3 });
  expect(takeWritten('/api/positions?q=a&limit=20')).toBeUndefined();
  expect(takeWritten('/api/positions?q=b')).toBeUndefined();
});
