// kill -9 during writes: every write that was acknowledged is there after the restart.
//
//   node tests/kill.mjs CYCLES BINARY
//
// Four writers make bearer tokens as fast as they can; the server is killed after 20–150 ms, started
// again and asked for all of them. At the end `verify` checks the journal and the invariants.

import { rmSync } from 'node:fs'
import { pause, request, run, signIn, start, stop, temporaryFolder } from './server.mjs'

const [cycles, binary] = [Number(process.argv[2] ?? 20), process.argv[3] ?? 'target/debug/muster']
const folder = temporaryFolder()
const env = { MUSTER_DATA_DIR: folder }
let acknowledged = new Set()
let unknown = 0

async function write(server, headers, ended) {
  while (!ended.now) {
    try {
      const response = await request(server, 'POST', '/api/me/tokens', { name: '写入测试', days: 30 }, headers)
      const body = await response.json()
      if (response.status === 201) acknowledged.add(body.id)
    } catch {
      unknown += 1 // Cut off: the write may stand or not, either is right.
    }
  }
}

let server = await start(binary, env)
const account = { name: '林长风', mobile: '13000000001', password: 'correct-horse-battery' }
let headers = await signIn(server, '/api/accounts', account)

let lost = 0
for (let cycle = 1; cycle <= cycles; cycle += 1) {
  // A session that is not refreshed ends after minutes.
  const again = { identifier: account.mobile, password: account.password }
  if (cycle % 20 === 0) headers = await signIn(server, '/api/sessions', again)
  const ended = { now: false }
  const writers = [1, 2, 3, 4].map(() => write(server, headers, ended))
  await pause(20 + Math.random() * 130)
  await stop(server, 'SIGKILL')
  ended.now = true
  await Promise.all(writers)
  server = await start(binary, env)
  const found = new Set((await (await request(server, 'GET', '/api/me/tokens', undefined, headers)).json()).map((token) => token.id))
  lost += [...acknowledged].filter((id) => !found.has(id)).length
}
await stop(server)
await run(binary, ['verify'], env)
rmSync(folder, { recursive: true })
console.log(`kill -9: ${cycles} kills, ${acknowledged.size} acknowledged writes, ${unknown} cut off, ${lost} lost`)
process.exit(lost === 0 && acknowledged.size > 0 ? 0 : 1)
