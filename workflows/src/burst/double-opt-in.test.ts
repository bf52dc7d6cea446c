import { preferenceSettings } from '@relance/core/preference/preference-settings'
import { findContacts } from '@relance/db/contact/find-contacts'
import { getContact } from '@relance/db/contact/get-contact'
import { ingestEvents } from '@relance/db/event/ingest-events'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { loadScenarios } from '@relance/templates/load-scenarios'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

let world: World
beforeEach(async () => {
  world = await startWorld('2026-03-02T08:00:00Z')
  const found = (await loadScenarios('en')).find(({ key }) => key === 'double-opt-in')
  if (!found) throw new Error('no double-opt-in')
  const nodes = found.graph.nodes.map((node) =>
    node.type === 'send-email' ? { ...node, config: { template: world.templateId } } : node,
  )
  await publish(world, { graph: { ...found.graph, nodes }, settings: found.settings })
  await updateWorkspace(world.scope, {
    preferences: preferenceSettings.parse({ doubleOptIn: true }),
  })
})
afterEach(() => world.close())

const wording = 'Our news, once a week (May 2026)'
const asked = identify('anna', { consent: { email: { given: true, wording } } })
const contact = async () => {
  const { items } = await findContacts(world.scope, { externalId: 'anna' })
  return getContact(world.scope, items[0]?.id ?? '')
}
/** What the page behind the mail's link tells. */
const confirm = () =>
  ingestEvents(world.scope, [track('anna', 'Consent Confirmed')], { source: 'tracking' })

test('a yes said on the site counts once it is confirmed, with the words that were agreed to', async () => {
  await send(world, asked)
  await advance(world, '2026-03-02T09:00:00Z')
  expect(await contact()).toMatchObject({
    consents: {},
    consentAskedAt: '2026-03-02T08:00:00.000Z',
  })
  expect(await messages(world)).toMatchObject([{ nodeId: 'mail-1', state: 'sent' }])

  // A client's key is public: its event of that name confirms nothing.
  await send(world, track('anna', 'Consent Confirmed'))
  await advance(world, '2026-03-02T10:00:00Z')
  expect((await contact()).consents).toEqual({})

  await confirm()
  await advance(world, '2026-03-02T11:00:00Z')
  expect(await contact()).toMatchObject({
    consents: { email: { state: 'given', source: 'double-opt-in', wording } },
    consentAskedAt: null,
  })
})

test('who asks again within a day gets no second email; a day later they do', async () => {
  await send(world, asked)
  await advance(world, '2026-03-02T20:00:00Z')
  await send(world, { ...asked, messageId: 'again' })
  await advance(world, '2026-03-03T08:30:00Z')
  expect(await messages(world)).toHaveLength(1)
  await send(world, { ...asked, messageId: 'the-day-after' })
  await advance(world, '2026-03-03T09:00:00Z')
  expect(await messages(world)).toHaveLength(2)
  await confirm()
  await advance(world, '2026-03-03T10:00:00Z')
  expect((await runs(world)).map(({ endReason }) => endReason)).toEqual(['goal', 'goal'])
})

test('after 30 days a confirmation counts no more', async () => {
  await send(world, asked)
  await advance(world, '2026-04-02T08:00:00Z')
  await confirm()
  await advance(world, '2026-04-02T09:00:00Z')
  expect(await contact()).toMatchObject({ consents: {}, consentAskedAt: null })
  expect(await runs(world)).toMatchObject([{ endReason: 'end', endDetail: 'no-answer' }])
})

test('without the setting a yes counts at once', async () => {
  await updateWorkspace(world.scope, { preferences: preferenceSettings.parse({}) })
  await send(world, asked)
  await advance(world, '2026-03-02T09:00:00Z')
  expect((await contact()).consents).toMatchObject({
    email: { state: 'given', source: 'identify', wording },
  })
  expect(await messages(world)).toEqual([])
})
