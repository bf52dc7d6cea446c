import { connect } from '@relance/db/connection/connect'
import { inTransaction } from '@relance/db/connection/in-transaction'
import { sweepRule, takeRule } from '@relance/db/due/sweep-rules'
import { z } from 'zod'

const env = z.object({ DATABASE_URL: z.url(), WORKSPACE_ID: z.uuid() }).parse(process.env)
const scope = {
  workspaceId: env.WORKSPACE_ID,
  sql: connect(env.DATABASE_URL, { max: 2, name: 'relance-bench-sweep' }),
}

/** One batch, in its transaction, as the worker's loop takes it; whether more may follow. */
const batch = () =>
  inTransaction(scope, async (tx) => {
    const taken = await takeRule(tx)
    if (!taken) return false
    await sweepRule(tx, taken.rule, taken.clock)
    const [row] = await tx.sql<{ more: boolean }[]>`
      select cursor_at is not null as more from due_rules
      where workspace_id = ${tx.workspaceId} and id = ${taken.rule.id}`
    return row?.more ?? false
  })

async function sweep() {
  const begin = performance.now()
  let more = true
  while (more) more = await batch()
  return { ms: performance.now() - begin }
}

// The next question may come late, and nothing else keeps this process alive.
process.channel?.ref()
process.on('message', async () => process.send?.(await sweep()))
process.once('SIGTERM', () => process.exit(0))
process.send?.('ready')
