// What the server wrote into the page beside its HTML, so that the first paint asks for nothing again:
// <script type="application/json" id="boot">[{"path": "/api/…", "status": 200, "body": {…}}]</script>
interface Written {
  path: string;
  status: number;
  body: unknown;
}

let written: Map<string, Written> | undefined;

/** The answer to a GET that stands in the page, each once; the order of the parameters is the same to it. */
export function takeWritten(url: string): Response | undefined {
  written ??= read();
  const key = keyOf(url);
  const found = written.get(key);
  if (!found) return undefined;
  written.delete(key);
  return new Response(JSON.stringify(found.body), {
    status: found.status,
    headers: { 'Content-Type': 'application/json' },
  });
}

function read(): Map<string, Written> {
  const text = document.getElementById('boot')?.textContent;
  const list: Written[] = text ? JSON.parse(text) : [];
  return new Map(list.map((one) => [keyOf(one.path), one]));
}

function keyOf(path: string): string {
  const { pathname, searchParams } = new URL(path, globalThis.location.origin);
  searchParams.sort();
  return `${pathname}?${searchParams}`;
}
