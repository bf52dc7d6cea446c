import { readNumbered, toBase64, writeHeaded } from '@relance/core/draft/frames'
import type { FromBrowser, FromServer } from '@relance/core/draft/link-messages'
import { SharedDraft } from '@relance/core/draft/shared-draft'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import * as Y from 'yjs'
import { draftOf } from '../document/draft-content'
import { DraftDocument } from '../document/draft-document'
import { editConfig } from '../document/edit-step'
import { testContent } from '../document/test-flow'
import type { Heard } from './connect-to'
import { DraftLink } from './draft-link'
import type { SaveState } from './save-state'

const network = { onLine: true }
beforeEach(() => {
  vi.useFakeTimers()
  network.onLine = true
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('navigator', network)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const name = { key: 'act.test' }

/** A link over a connection whose other end the test is. */
function linked({ unsent = 0, why = null as string | null } = {}) {
  const server = SharedDraft.of(draftOf('', 0, testContent()))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, server.state)
  const document = new DraftDocument(doc, { now: () => Date.now() })
  const states: SaveState[] = []
  const said: FromBrowser[] = []
  const sent: { number: number; update: Uint8Array }[] = []
  const lost: unknown[] = []
  const noted = { since: null as number | null, unsent }
  let heard: Heard | null = null
  let tries = 0
  const link = new DraftLink({
    document,
    kept: { since: null, unsent, keeps: true, note: (note) => Object.assign(noted, note) },
    connect: (to) => {
      heard = to
      tries++
      return {
        send: (data) => {
          if (typeof data === 'string') said.push(JSON.parse(data))
          else sent.push(readNumbered(data) ?? { number: 0, update: data })
        },
        close: () => undefined,
      }
    },
    askWhy: async () => why,
    onState: (state) => states.push(state),
    onPeople: () => undefined,
    onLost: (values) => lost.push(...values),
  })
  const tell = (word: FromServer) => heard?.message(JSON.stringify(word))
  const hello = (mayDraw = true) => {
    heard?.open()
    tell({ type: 'hello', you: 'me', mayDraw, revision: 1, have: toBase64(server.vector) })
  }
  /** Stores what was sent so far, and says so. */
  const store = (revision = 2) => {
    for (const { number, update } of sent.splice(0)) {
      server.apply(update)
      tell({ type: 'saved', number, revision })
    }
  }
  const hand = (update: Uint8Array, by: string | null = 'Louis') => {
    const head = { revision: 9, by, at: '2026-03-02T14:31:00Z' }
    heard?.message(writeHeaded(head, update).buffer)
  }
  const stop = link.start()
  return {
    ...{ link, document, server, states, said, sent, lost, noted, tell, hello, store, hand, stop },
    close: (code = 1006) => heard?.close(code),
    state: () => states.at(-1),
    tries: () => tries,
  }
}

const waits = (server: SharedDraft) =>
  server.read().graph.nodes.find(({ id }) => id === 'wait')?.config.for

test('acts are sent within a second, and saved once the server says so', async () => {
  const l = linked()
  l.hello()
  l.store()
  expect(l.state()).toMatchObject({ kind: 'saved' })
  editConfig(l.document, 'wait', { for: 'P2D' }, name)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(l.state()).toEqual({ kind: 'saving' })
  expect(l.noted.unsent).toBe(1)
  l.store(3)
  expect(waits(l.server)).toBe('P2D')
  expect(l.state()).toMatchObject({ kind: 'saved' })
  expect(l.noted).toEqual({ since: 3, unsent: 0 })
})

test('without a network acts are counted and kept; when it is back all of them are sent, nobody is asked', async () => {
  const l = linked()
  l.hello()
  l.store()
  network.onLine = false
  window.dispatchEvent(new Event('offline'))
  for (const days of [2, 3, 4, 5, 6]) {
    editConfig(l.document, 'wait', { for: `P${days}D`, [`field${days}`]: days }, name)
    await vi.advanceTimersByTimeAsync(0)
  }
  expect(l.state()).toEqual({ kind: 'offline', acts: 5 })
  expect(l.noted.unsent).toBe(5)
  network.onLine = true
  window.dispatchEvent(new Event('online'))
  l.hello()
  expect(l.state()).toEqual({ kind: 'saving' })
  l.store(3)
  expect(waits(l.server)).toBe('P6D')
  expect(l.state()).toMatchObject({ kind: 'saved' })
})

test('acts that an earlier page could not send are told of on opening, and sent', () => {
  network.onLine = false
  const l = linked({ unsent: 5 })
  expect(l.state()).toEqual({ kind: 'offline', acts: 5 })
})

test('a change whose answer never comes is sent again by another connection', async () => {
  const l = linked()
  l.hello()
  l.store()
  editConfig(l.document, 'wait', { for: 'P2D' }, name)
  await vi.advanceTimersByTimeAsync(300)
  l.sent.splice(0)
  await vi.advanceTimersByTimeAsync(30_000)
  expect(l.states.map(({ kind }) => kind)).toContain('offline')
  l.hello()
  l.store(3)
  expect(waits(l.server)).toBe('P2D')
})

test('flushing waits for the answer, and says so when there is no connection', async () => {
  const l = linked()
  l.hello()
  l.store()
  editConfig(l.document, 'wait', { for: 'P2D' }, name)
  const flushed = l.link.flush()
  l.store(3)
  expect(await flushed).toBe(true)
  editConfig(l.document, 'wait', { for: 'P3D' }, name)
  const late = l.link.flush()
  l.close()
  expect(await late).toBe(false)
})

test('what is refused stays here and says why; the act that mends it takes it along', async () => {
  const l = linked()
  l.hello()
  l.store()
  editConfig(l.document, 'wait', { for: 'P2D' }, name)
  await vi.advanceTimersByTimeAsync(300)
  const [refused] = l.sent.splice(0)
  const answer = { code: 'invalid' as const, message: 'No', field: null }
  l.tell({ type: 'refused', number: refused?.number ?? 0, ...answer })
  expect(l.state()).toEqual({ kind: 'failed', message: 'No', retryAt: null })
  expect(await l.link.flush()).toBe(false)
  editConfig(l.document, 'mail', { template: 'hello' }, name)
  await vi.advanceTimersByTimeAsync(300)
  l.store(3)
  expect(waits(l.server)).toBe('P2D')
  expect(l.state()).toMatchObject({ kind: 'saved' })
})

test('a connection that is refused says why, and when it is tried again: neither sooner nor later', async () => {
  const l = linked({ why: 'No' })
  l.close()
  await vi.advanceTimersByTimeAsync(0)
  const state = l.state()
  if (state?.kind !== 'failed' || state.retryAt === null) throw new Error('nothing is tried again')
  expect(state.message).toBe('No')
  const tries = l.tries()
  const wait = state.retryAt - Date.now()
  await vi.advanceTimersByTimeAsync(wait - 1)
  expect(l.tries()).toBe(tries)
  await vi.advanceTimersByTimeAsync(2)
  expect(l.tries()).toBe(tries + 1)
})

test('a server that asks again gets all it lacks, once for all that was on its way', async () => {
  const l = linked()
  l.hello()
  l.store()
  for (const days of [2, 3, 4]) {
    editConfig(l.document, 'wait', { for: `P${days}D` }, name)
    await vi.advanceTimersByTimeAsync(300)
  }
  const numbers = l.sent.splice(0).map(({ number }) => number)
  for (const number of numbers) l.tell({ type: 'resend', number, have: toBase64(l.server.vector) })
  expect(l.sent).toHaveLength(1)
  l.store(3)
  expect(waits(l.server)).toBe('P4D')
})

test('a value of mine that somebody sets anew is told of, with who it was', () => {
  const l = linked()
  l.hello()
  l.store()
  editConfig(l.document, 'wait', { for: 'P10D' }, name)
  void l.link.flush()
  l.store()
  const other = l.server.read()
  const nodes = other.graph.nodes.map((node) =>
    node.id === 'wait' ? { ...node, config: { for: 'P7D' } } : node,
  )
  const change = l.server.write({ ...other, graph: { ...other.graph, nodes } })
  if (change) l.hand(change)
  expect(l.lost).toMatchObject([
    { change: { key: 'wait', before: 'P10D', after: 'P7D' }, author: { by: 'Louis' } },
  ])
  expect(l.document.undo()).toMatchObject({ isLeft: true, skipped: { by: 'Louis' } })
  expect(l.document.content.nodes.wait?.config).toEqual({ for: 'P7D' })
})

test('where the role allows no drawing nothing is sent', async () => {
  const l = linked()
  l.hello(false)
  editConfig(l.document, 'wait', { for: 'P2D' }, name)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(l.sent).toEqual([])
  expect(l.state()).toMatchObject({ kind: 'saved' })
})
