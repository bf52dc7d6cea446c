import { setSigningDomain } from '@relance/db/sender/set-signing-domain'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { identify, track } from '../testing/incoming'
import { advance, publish, send, startWorld, type World } from '../testing/world'

const START = '2026-03-02T10:00:00Z'
const SIGNATURE = /^DKIM-Signature: .*\bd=shop\.example;(?:.|\r\n )*\bs=relance;/m

let world: World
beforeEach(async () => {
  world = await startWorld(START)
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'Signed Up' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'end' },
      ],
    },
  })
})
afterEach(() => world.close())

async function mailFrom(address: string, who: string) {
  await updateWorkspace(world.scope, { sender: { address } })
  await send(world, identify(who), track(who, 'Signed Up'))
  await advance(world, START)
  return world.sink.taken.at(-1) ?? ''
}

test('mails are signed for the domain where our key was found, and for no other', async () => {
  expect(await mailFrom('hello@shop.example', 'c-1')).not.toMatch(SIGNATURE)
  await setSigningDomain(world.scope, 'shop.example')
  const signed = await mailFrom('hello@shop.example', 'c-2')
  expect(signed).toMatch(SIGNATURE)
  expect(signed).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  expect(await mailFrom('hello@another.example', 'c-3')).not.toContain('DKIM-Signature')
  expect(world.sink.taken).toHaveLength(3)
})
