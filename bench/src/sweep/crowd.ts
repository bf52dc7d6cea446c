import { AppError } from '@relance/core/error/app-error'
import { flowSettings } from '@relance/core/graph/settings'
import { compilePlan } from '@relance/core/plan/compile-plan'
import { createFlow } from '@relance/db/flow/create-flow'
import { publishFlow } from '@relance/db/flow/publish-flow'
import { definitions } from '@relance/nodes/definitions'
import { step } from '../shop/graphs'
import type { Database } from './with-database'

const SILENCE = 'P14D'

/** So many contacts who visited some time in the last 13 days, and a live scenario for who is silent for 14. */
export async function makeCrowd({ scope, owner }: Database, count: number): Promise<void> {
  const { workspaceId } = scope
  await owner.begin(async (sql) => {
    // As the owner, and sure of the keys: a million checks of foreign keys would be half the time.
    await sql`set local session_replication_role = replica`
    await sql`create table crowd (n int primary key, id uuid not null default gen_random_uuid())`
    await sql`insert into crowd (n) select generate_series(0, ${count - 1}::int)`
    await sql`
      insert into contacts (workspace_id, id, external_id, email, email_normal, first_name, created_at, updated_at)
      select ${workspaceId}, id, 'person-' || n, 'person-' || n || '@customers.example',
        'person-' || n || '@customers.example', 'Ada' || n, now() - interval '100 days', now() from crowd`
    await sql`
      insert into contact_state (workspace_id, contact_id, created_at, last_visit_at, visits_count)
      select ${workspaceId}, id, now() - interval '100 days', now() - random() * interval '13 days', 3 from crowd`
  })
  await owner`vacuum (analyze)`
  await publishLine({ scope })
}

async function publishLine({ scope }: Pick<Database, 'scope'>): Promise<void> {
  const graph = {
    nodes: [
      step('start', 'on-inactive', { signals: ['visit'], match: 'all', for: SILENCE }),
      step('end', 'end', { as: 'exit', reason: 'done' }),
    ],
    edges: [{ from: 'start', exit: 'entered', to: 'end' }],
  }
  const settings = flowSettings.parse({ goal: 'none' })
  const draft = await createFlow(scope, { name: 'Silent', graph, positions: {}, settings })
  const facts = { templates: {}, offers: {}, segments: {}, events: [], fields: [] }
  const known = { ...facts, timeZone: 'Europe/Paris' }
  const { plan, problems } = compilePlan(draft, definitions, known, 'en')
  if (!plan) throw new AppError('internal', JSON.stringify(problems))
  await publishFlow(scope, { draft, plan, people: 'finish' })
}

/** Everybody who has crossed the line has visited again, and nobody waits in the queue. */
export async function clearLine({ scope, owner }: Database): Promise<void> {
  const { workspaceId } = scope
  await owner`
    update contact_state set last_visit_at = now()
    where workspace_id = ${workspaceId} and last_visit_at < now() - interval '13 days 12 hours'`
  await owner`delete from due_queue where workspace_id = ${workspaceId}`
}

/** Lets so many others cross the line between the last sweep and now. */
export async function makeNewlyDue(
  { scope, owner }: Database,
  count: number,
  round: number,
): Promise<void> {
  const { workspaceId } = scope
  await owner`
    update contact_state set last_visit_at = r.watermark + (now() - r.watermark) * random() - ${SILENCE}::interval
    from crowd, (select watermark from due_rules where workspace_id = ${workspaceId} and retired_at is null) r
    where workspace_id = ${workspaceId} and contact_id = id
      and n >= ${round * count}::int and n < ${(round + 1) * count}::int`
}

/** How many the sweep has put into the queue. */
export async function countFound({ scope, owner }: Database): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from due_queue where workspace_id = ${scope.workspaceId}`
  return row?.n ?? 0
}
