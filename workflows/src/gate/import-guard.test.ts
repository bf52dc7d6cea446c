import { answer } from '@relance/channels/testing/smtp-sink'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { createImport } from '@relance/db/import/create-import'
import { getImport } from '@relance/db/import/get-import'
import { getSending } from '@relance/db/sending-limit/get-sending'
import { liftPause, listPauses } from '@relance/db/sending-limit/pauses'
import { listTroubles } from '@relance/db/trouble/list-troubles'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T10:00:00Z', {
    onRcptTo: ({ address }, _session, done) =>
      done(/^gone/.test(address) ? answer(550, '5.1.1 No such user') : null),
  })
  await updateWorkspace(world.scope, { sending: { warmUp: null } })
  return () => world.close()
})

const oneMail = (event: string, config = {}) =>
  publish(world, {
    settings: { reentry: { mode: 'per-key', atOnceAfter: [] } },
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event } },
        {
          ...{ id: 'mail', type: 'send-email', version: 1 },
          config: { template: world.templateId, ...config },
        },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })

/** A file of so many people, of whom so many no longer exist, taken in. */
async function importList(name: string, { people, gone }: { people: number; gone: number }) {
  const ids = Array.from({ length: people }, (_, n) => `${n < gone ? 'gone' : 'here'}-${name}-${n}`)
  const rows = ids.map((id) => `${id},${id}@list.example,yes`)
  const bytes = Buffer.from(['id,email,email consent', ...rows].join('\n'))
  const { id } = await createImport(world.scope, {
    ...{ kind: 'contacts', fileName: `${name}.csv`, bytes },
  })
  await expect.poll(async () => (await getImport(world.scope, id)).state).toBe('done')
  return { importId: id, ids }
}

const tell = (ids: string[], event: string) => send(world, ...ids.map((id) => track(id, event)))
const pauses = () => inTransaction(world.scope, listPauses)
const counted = async () => {
  const all = (await messages(world)).map(({ state, reason }) => reason ?? state)
  return Object.fromEntries(
    [...new Set(all)].sort().map((one) => [one, all.filter((it) => it === one).length]),
  )
}

test('more than 2 % of an import’s first mails that come back pause marketing to it, and to nobody else', async () => {
  await oneMail('News')
  await oneMail('Order', { typology: 'service' })
  const { importId, ids } = await importList('bought', { people: 150, gone: 4 })
  // The fourth of 150 is more than 2 %.
  await tell(ids.slice(0, 3), 'News')
  await advance(world, '2026-03-02T10:01:00Z')
  expect(await counted()).toEqual({ 'bounced-hard': 3 })
  expect(await pauses()).toEqual([])
  await tell(ids.slice(3, 10), 'News')
  await advance(world, '2026-03-02T10:02:00Z')
  expect(await pauses()).toMatchObject([
    { kind: 'import', subject: importId, fileName: 'bought.csv', facts: { hard: 4 }, until: null },
  ])
  expect(await listTroubles(world.scope)).toMatchObject([{ queue: 'bounces', subject: importId }])
  await send(world, identify('ada'))
  await tell([...ids.slice(20, 23), 'ada'], 'News')
  await tell(ids.slice(20, 21), 'Order')
  await advance(world, '2026-03-02T10:03:00Z')
  expect(await counted()).toEqual({ 'bounced-hard': 4, bounces: 3, sent: 8 })
  expect((await getSending(world.scope)).held).toEqual([{ reason: 'bounces', mails: 3 }])
})

test('somebody lifts it with a reason, what was held goes, and what came before counts no more', async () => {
  await oneMail('News')
  const { importId, ids } = await importList('old', { people: 50, gone: 6 })
  await tell(ids.slice(0, 4), 'News')
  await advance(world, '2026-03-02T10:01:00Z')
  await tell(ids.slice(10, 12), 'News')
  await advance(world, '2026-03-02T10:02:00Z')
  expect(await counted()).toEqual({ 'bounced-hard': 4, bounces: 2 })
  const pause = { kind: 'import' as const, subject: importId }
  await expect(liftPause(world.scope, pause)).rejects.toMatchObject({ code: 'invalid' })
  await liftPause(world.scope, { ...pause, reason: 'Cleaned by hand' })
  await tell(ids.slice(4, 6), 'News')
  await advance(world, '2026-03-02T10:03:00Z')
  expect(await counted()).toEqual({ 'bounced-hard': 6, sent: 2 })
  expect(await pauses()).toEqual([])
})

test('two of a short list are no reason, and a list that only completed known people is not judged', async () => {
  await oneMail('News')
  const short = await importList('short', { people: 5, gone: 2 })
  const known = Array.from({ length: 4 }, (_, n) => `gone-known-${n}`)
  await send(world, ...known.map((id) => identify(id, { email: `${id}@list.example` })))
  await importList('known', { people: 4, gone: 4 })
  await tell([...short.ids, ...known], 'News')
  await advance(world, '2026-03-02T10:01:00Z')
  expect(await counted()).toEqual({ 'bounced-hard': 6, sent: 3 })
  expect(await pauses()).toEqual([])
})
