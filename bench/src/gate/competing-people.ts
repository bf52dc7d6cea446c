import { newId } from '@relance/core/id/ids'
import type postgres from 'postgres'
import type { Database } from '../sweep/with-database'

/** What each person of the crowd is in. */
const SCENARIOS = 10
/** Mails each has had in the last weeks. */
const MAILS = 30
/** Steps of each scenario: plans are not small. */
const STEPS = 30

/** People with a history of mails and runs of ten scenarios that are all due now; their ids. */
export async function makeCompetingPeople(
  { owner, scope }: Database,
  count: number,
  now: Date,
): Promise<string[]> {
  const people = Array.from({ length: count }, newId)
  const w = scope.workspaceId
  await owner`
    insert into contacts (workspace_id, id, external_id, email, email_normal, created_at, updated_at)
    select ${w}, id, 'c-' || n, 'c-' || n || '@example.com', 'c-' || n || '@example.com', ${now}, ${now}
    from unnest(${people}::uuid[]) with ordinality as p(id, n)`
  await owner`
    insert into contact_state (workspace_id, contact_id, created_at, known_at)
    select ${w}, id, ${now}, ${now} from unnest(${people}::uuid[]) as p(id)`
  await owner`
    insert into consents (workspace_id, contact_id, channel, state, source, at)
    select ${w}, id, 'email', 'given', 'bench', ${now} from unnest(${people}::uuid[]) as p(id)`
  for (let n = 0; n < SCENARIOS; n++) await makeRuns(owner, w, people, now)
  await owner`analyze`
  return people
}

async function makeRuns(owner: postgres.Sql, w: string, people: string[], now: Date) {
  const flowId = newId()
  const step = { type: 'send-email', config: { template: newId() }, next: { sent: { to: 'end' } } }
  const nodes = Object.fromEntries(Array.from({ length: STEPS }, (_, i) => [`mail-${i}`, step]))
  const plan = JSON.stringify({ settings: { priority: 1 }, nodes })
  await owner`
    insert into flows (workspace_id, id, name, graph, settings, status)
    values (${w}, ${flowId}, 'Bench', '{}', '{}', 'live')`
  await owner`
    insert into flow_versions (workspace_id, flow_id, version, graph, positions, settings, plan, published_at)
    values (${w}, ${flowId}, 1, '{}', '{}', '{}', ${plan}, ${now})`
  await owner`
    insert into enrolments (workspace_id, id, flow_id, version, contact_id, entry_key, seed, state, node_id, anchor_at,
      entered_at, entered_node_at, due_at)
    select ${w}, gen_random_uuid(), ${flowId}, 1, id, '', 'bench', 'waiting', 'mail-0', ${now}, ${now}, ${now}, ${now}
    from unnest(${people}::uuid[]) as p(id)`
  await owner`
    insert into messages (workspace_id, id, key, enrolment_id, flow_id, version, node_id, visit, contact_id, channel,
      template_id, template_version, locale, state, send_at, sent_at, queued_at, expires_at)
    select ${w}, gen_random_uuid(), e.id || ':mail-0:' || n, e.id, ${flowId}, 1, 'mail-0', n, e.contact_id, 'email',
      ${flowId}, 1, 'en', 'sent', at, at, at, at
    from enrolments e cross join generate_series(1, ${MAILS / SCENARIOS}) n
      cross join lateral (select ${now}::timestamptz - n * interval '5 days' as at) sent
    where e.workspace_id = ${w} and e.flow_id = ${flowId}`
}
