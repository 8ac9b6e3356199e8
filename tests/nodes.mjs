// Two nodes on one PostgreSQL: a change made through the first is seen through the second.
//
//   node tests/nodes.mjs DATABASE_URL BINARY
//
// DATABASE_URL names an empty database. Goal: within 2 seconds.

import { rmSync } from 'node:fs'
import { pause, request, run, signIn, start, stop, temporaryFolder } from './server.mjs'

const GOAL_MS = 2000
const [url, binary] = [process.argv[2], process.argv[3] ?? 'target/debug/muster']
const folders = [temporaryFolder(), temporaryFolder()]
const env = folders.map((folder) => ({ MUSTER_DATABASE_URL: url, MUSTER_DATA_DIR: folder, MUSTER_KEY: `1:${'07'.repeat(32)}` }))

await run(binary, ['demo'], env[0])
const [one, two] = [await start(binary, env[0]), await start(binary, env[1])]
const total = async (node) => (await (await request(node, 'GET', '/api/positions?limit=1')).json()).total
const settled = async (node) => {
  for (let last = -1; ; await pause(500)) {
    const now = await total(node)
    if (now > 0 && now === last) return now
    last = now
  }
}
const before = await settled(two)
const employer = await signIn(one, '/api/demo/sessions', { role: 'employer_representative' })
const own = await (await request(one, 'GET', '/api/me/positions?state=open', undefined, employer)).json()
// A position posted twice leaves its twin behind, and the count as it was.
const alone = []
for (const position of own.items) {
  const page = await (await request(one, 'GET', `/api/positions/${position.id}`)).json()
  if (page.same.length === 0) alone.push(position)
}
const times = []
for (const position of alone.slice(0, 5)) {
  const expected = before - times.length - 1
  const began = performance.now()
  const step = await request(one, 'POST', `/api/positions/${position.id}/step`, { step: 'pause' }, { ...employer, 'if-match': `"${position.version}"` })
  if (step.status !== 200) throw new Error(await step.text())
  while ((await total(two)) !== expected && performance.now() - began < 10 * GOAL_MS) await pause(10)
  times.push(Math.round(performance.now() - began))
}
await stop(one)
await stop(two)
for (const folder of folders) rmSync(folder, { recursive: true })
console.log(`second node: saw ${times.length} changes after ${times.join(', ')} ms (goal ${GOAL_MS} ms)`)
process.exit(times.length > 0 && times.every((time) => time <= GOAL_MS) ? 0 : 1)
