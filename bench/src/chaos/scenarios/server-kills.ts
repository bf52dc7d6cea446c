import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { newId } from '@relance/core/id/ids'
import { createKey } from '@relance/db/key/create-key'
import { onceInInstallation } from '@relance/db/workspace/once-in-installation'
import { waitForHealth } from '@relance/scripts/app/wait-for-health'
import { pickPort } from '@relance/scripts/port/pick-port'
import { atLeast, exactly } from '../../part'
import type { Scenario } from '../scenario'
import { openShop } from '../shop/shop'
import { brokenInvariants, settles } from '../shop/verdict'

const KILLS = 6
const PER_BATCH = 20
const GIVE_UP_MS = 120_000
/** The client is as unreliable as the server: now and then it does not wait for the answer. */
const HANGS_UP_AFTER_MS = 400
/** The demo's many customers have no part in this. */
const DEMO = ['demo', 'demo-data', 'demo-cart-abandonment', 'demo-declining-activity']

/** The server is killed while a client posts events and repeats what was not answered: each is there exactly once. */
export const serverKills: Scenario = {
  name: 'server_kills',
  async run({ stack, say, random, scale }) {
    const shop = await openShop(stack, { name: 'server_kills' })
    shop.startWorker()
    for (const part of DEMO) await onceInInstallation(shop.scope.sql, part, async () => newId())
    const { key } = await createKey(shop.scope, { kind: 'write', name: 'chaos' })
    const port = await pickPort()
    const url = `http://127.0.0.1:${port}`
    const server = stack.run('server', 'server/src/main.ts', () => ({
      PORT: String(port),
      DATABASE_URL: shop.databaseUrl,
      RELANCE_DATA_DIR: join(stack.dataDir, 'server'),
      SMTP_URL: shop.mail.url,
      TEMPORAL_ADDRESS: stack.temporalAddress,
      LOG_LEVEL: 'warn',
    }))
    await waitForHealth(url, GIVE_UP_MS)
    const posted: string[] = []
    let repeats = 0
    let isOver = false
    const client = async (name: string) => {
      for (let n = 0; !isOver; n++) {
        const ids = Array.from({ length: PER_BATCH }, (_, i) => `chaos-${name}-${n}-${i}`)
        repeats += await postUntilAnswered(url, key, ids, random)
        posted.push(...ids)
      }
    }
    const clients = ['a', 'b', 'c', 'd'].map(client)
    for (let kill = 0; kill < Math.max(2, Math.round(KILLS * scale)); kill++) {
      await pause(500 + random() * 2000)
      await server.kill()
      await waitForHealth(url, GIVE_UP_MS)
    }
    isOver = true
    await Promise.all(clients)
    say(`  ${posted.length} events accepted, ${repeats} batches sent again`)
    await settles(shop, 0, GIVE_UP_MS, say)
    const [found] = await shop.owner<{ all: number; once: number }[]>`
      select count(*)::int as all, count(distinct message_id)::int as once from events
      where message_id like 'chaos-%'`
    const broken = await brokenInvariants(shop, 'server_kills', 0)
    await server.stop()
    await shop.close()
    return [
      atLeast('server_kills: kills', server.restarts(), 2, ''),
      atLeast('server_kills: batches sent again', repeats, 1, ''),
      exactly('server_kills: events there, of those accepted', found?.once ?? 0, posted.length, ''),
      exactly('server_kills: events there twice', (found?.all ?? 0) - (found?.once ?? 0), 0, ''),
      ...broken,
    ]
  },
}

/** Posts a batch until it is answered 200; how often it had to be repeated. */
async function postUntilAnswered(
  url: string,
  key: string,
  ids: string[],
  random: () => number,
): Promise<number> {
  const batch = ids.map((messageId) => ({
    type: 'track',
    event: 'Product Viewed',
    userId: messageId.replace(/-\d+$/, ''),
    messageId,
  }))
  const end = performance.now() + GIVE_UP_MS
  for (let repeats = 0; ; repeats++) {
    try {
      const response = await fetch(`${url}/v1/batch`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${Buffer.from(`${key}:`).toString('base64')}`,
        },
        body: JSON.stringify({ batch }),
        signal: AbortSignal.timeout(repeats > 5 ? 10_000 : 20 + random() * HANGS_UP_AFTER_MS),
      })
      if (response.status === 200) return repeats
    } catch (error) {
      // Killed, not listening yet, or given up by ourselves: what a client sees of it is the same.
      if (performance.now() > end) throw error
    }
    await pause(50)
  }
}
