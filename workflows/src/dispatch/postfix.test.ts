import { inTransaction } from '@relance/db/connection/in-transaction'
import { setSigningDomain } from '@relance/db/sender/set-signing-domain'
import { signingKey } from '@relance/db/sender/signing-key'
import { updateWorkspace } from '@relance/db/workspace/update-workspace'
import { authenticate } from 'mailauth'
import { afterAll, beforeAll, expect, onTestFailed, test } from 'vitest'
import { RETURN_DOMAIN } from '../testing/give-back'
import { identify, track } from '../testing/incoming'
import { freePort, startPostfix } from '../testing/postfix'
import { advance, messages, publish, runs, send, startWorld, type World } from '../testing/world'

const DOMAIN = 'customers.example'

const smtpInPort = await freePort()
const postfix = await startPostfix({
  ...{ domain: DOMAIN, mailboxes: ['ada'] },
  relay: { domain: RETURN_DOMAIN, port: smtpInPort },
})
const missing = typeof postfix === 'string' ? postfix : null
if (missing) process.stderr.write(`SKIPPED: no real mail server takes our mail here: ${missing}.\n`)
const server = typeof postfix === 'string' ? null : postfix

let world: World
beforeAll(async () => {
  if (!server) return
  world = await startWorld('2026-03-02T10:00:00Z', undefined, {
    ...{ SMTP_URL: server.url, RELANCE_BOUNCE_DOMAIN: RETURN_DOMAIN },
    RELANCE_SMTP_IN_PORT: smtpInPort,
  })
  await updateWorkspace(world.scope, {
    ...{ sender: { name: 'L’été', address: 'hello@shop.example' }, sending: { warmUp: null } },
  })
  await setSigningDomain(world.scope, 'shop.example')
  await publish(world, {
    graph: {
      nodes: [
        { id: 'start', type: 'on-event', version: 1, config: { event: 'A' } },
        { id: 'mail', type: 'send-email', version: 1, config: { template: world.templateId } },
        { id: 'week', type: 'wait-duration', version: 1, config: { for: 'P7D', since: 'here' } },
        { id: 'end', type: 'end', version: 1, config: { as: 'exit', reason: 'done' } },
      ],
      edges: [
        { from: 'start', exit: 'entered', to: 'mail' },
        { from: 'mail', exit: 'sent', to: 'week' },
        { from: 'week', exit: 'done', to: 'end' },
      ],
    },
  })
})
afterAll(async () => {
  await world?.close()
  await server?.close()
})

/** What DNS would say of the sender’s domain, and of the one of our return addresses. */
async function dnsWith(spf: string) {
  const { publicKey } = await signingKey(world.sql)
  const texts: Record<string, string> = {
    [RETURN_DOMAIN]: spf,
    'relance._domainkey.shop.example': `v=DKIM1; k=rsa; p=${publicKey}`,
    '_dmarc.shop.example': 'v=DMARC1; p=reject',
  }
  return async (name: string, type: string) => {
    const text = type === 'TXT' ? texts[name] : undefined
    if (text === undefined) throw Object.assign(new Error('No such record'), { code: 'ENOTFOUND' })
    return [[text]]
  }
}

const resultOf = (judged: { status: { result: string } } | false | undefined) =>
  judged ? judged.status.result : null

test.skipIf(missing !== null)(
  'Postfix takes our mail, and by what it wrote down SPF, DKIM and DMARC hold for whoever may send, for nobody else',
  async () => {
    await send(world, identify('ada', { email: `ada@${DOMAIN}` }), track('ada', 'A'))
    await advance(world, '2026-03-02T10:00:01Z')
    onTestFailed(async () => console.error(await server?.log()))
    const mails = async () => (await server?.mails('ada')) ?? []
    await expect.poll(mails, { interval: 100 }).not.toEqual([])
    const [mail = ''] = await mails()
    expect(mail).toMatch(/^Return-Path: <bounce\+[0-9a-v]{55}@mail\.shop\.example>/m)
    expect(mail).toMatch(/^Received: .*\(.*\[127\.0\.0\.1\]\)/m)
    const verdict = async (spf: string) => {
      const seen = await authenticate(mail, {
        ...{ trustReceived: true, mta: `mx.${DOMAIN}`, resolver: await dnsWith(spf) },
      })
      return {
        spf: resultOf(seen.spf),
        dkim: seen.dkim.results.map(({ status }) => status.result),
        dmarc: resultOf(seen.dmarc),
      }
    }
    expect(await verdict('v=spf1 ip4:127.0.0.1 -all')).toEqual({
      ...{ spf: 'pass', dkim: ['pass'], dmarc: 'pass' },
    })
    expect(await verdict('v=spf1 ip4:192.0.2.1 -all')).toMatchObject({ spf: 'fail' })
  },
)

test.skipIf(missing !== null)(
  'a mail to a mailbox that does not exist comes back from Postfix, suppresses the address and ends the run',
  async () => {
    await send(world, identify('bob', { email: `bob@${DOMAIN}` }), track('bob', 'A'))
    await advance(world, '2026-03-02T10:00:02Z')
    expect((await messages(world)).at(-1)).toMatchObject({ state: 'sent' })
    onTestFailed(async () => console.error(await server?.log()))
    const suppressed = async () => {
      await advance(world, '2026-03-02T10:00:02Z')
      return inTransaction(
        world.scope,
        ({ sql, workspaceId }) =>
          sql`select reason from suppressions where workspace_id = ${workspaceId}`,
      )
    }
    await expect.poll(suppressed, { interval: 200 }).toMatchObject([{ reason: 'hard-bounce' }])
    expect((await runs(world)).at(-1)).toMatchObject({ endReason: 'unreachable' })
  },
)
