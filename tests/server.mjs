// Starts the real server for the scripts beside this file, and speaks to it.

import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'node:net'

export function temporaryFolder() {
  return mkdtempSync(join(tmpdir(), 'muster-'))
}

export async function freePort() {
  const server = createServer()
  await new Promise((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.address()
  await new Promise((done) => server.close(done))
  return port
}

/** Runs a command to its end; gives what it printed. */
export function run(binary, args, env) {
  return new Promise((done, failed) => {
    const child = spawn(binary, args, { env: { ...process.env, ...env } })
    let out = ''
    child.stdout.on('data', (text) => (out += text))
    child.stderr.on('data', (text) => (out += text))
    child.on('close', (code) => (code === 0 ? done(out) : failed(new Error(`${args.join(' ')} ended with ${code}:\n${out}`))))
  })
}

/** Starts `serve` and waits until it answers. */
export async function start(binary, env) {
  const port = await freePort()
  const child = spawn(binary, ['serve'], { env: { ...process.env, MUSTER_LOG: 'warn', MUSTER_LISTEN: `127.0.0.1:${port}`, ...env } })
  const server = { child, url: `http://127.0.0.1:${port}`, out: '', ended: new Promise((done) => child.on('close', done)) }
  child.stdout.on('data', (text) => (server.out += text))
  child.stderr.on('data', (text) => (server.out += text))
  for (let attempt = 0; ; attempt += 1) {
    try {
      await fetch(`${server.url}/api/session`)
      return server
    } catch (error) {
      if (attempt === 600 || child.exitCode !== null) throw new Error(`the server does not answer:\n${server.out}`, { cause: error })
      await pause(50)
    }
  }
}

export async function stop(server, signal = 'SIGTERM') {
  server.child.kill(signal)
  await server.ended
}

export function pause(ms) {
  return new Promise((done) => setTimeout(done, ms))
}

/** Signs in as a browser would: cookies and the CSRF token go into every later request. */
export async function signIn(server, path, body) {
  const response = await request(server, 'POST', path, body, {})
  if (response.status !== 201) throw new Error(`${path}: ${response.status} ${await response.text()}`)
  const cookie = response.headers.getSetCookie().map((text) => text.split(';')[0]).join('; ')
  return { cookie, 'x-csrf-token': (await response.json()).csrf_token }
}

export function request(server, method, path, body, headers) {
  return fetch(server.url + path, {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID(), ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  })
}
