import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import type { FactsRequest } from './message-facts'
import { type MessageFigures, messageFigures } from './message-figures'
import { groupKey, type ReportGroup } from './report-group'

export interface MessageReportRow extends MessageFigures {
  /** Of the mail or the scenario; the step's with its scenario before it; the type or the mode itself. */
  key: string
  name: string
  flowId: string | null
  nodeId: string | null
}

/**
 * What came of the messages sent from `from` on and before `to`, by mail, step, scenario, type or mode; the most sent first.
 * Figures are counts of rows, so each equals the list behind it (`list-figure-rows.ts`).
 */
export const messageReport = (
  scope: Scope,
  { by, ...request }: FactsRequest & { by: ReportGroup },
): Promise<MessageReportRow[]> =>
  inTransaction(scope, async (tx) => {
    const rows = await messageFigures(tx, request, groupKey(tx, by))
    const flows = await namesOf(
      tx,
      'flows',
      by === 'node' || by === 'flow' ? rows.map((row) => row.flowId) : [],
    )
    const mails = await namesOf(
      tx,
      'mail_templates',
      by === 'node' || by === 'mail' ? rows.map((row) => row.templateId) : [],
    )
    return rows.map(({ templateId, flowId, nodeId, ...row }) => {
      const [flow, mail] = [flows.get(flowId), mails.get(templateId)]
      const names = {
        mail: mail ?? row.key,
        node: `${flow ?? ''} · ${mail ?? nodeId}`,
        flow: flow ?? row.key,
        typology: row.key,
        mode: row.key,
      }
      return {
        ...row,
        name: names[by],
        flowId: by === 'node' || by === 'flow' ? flowId : null,
        nodeId: by === 'node' ? nodeId : null,
      }
    })
  })

async function namesOf({ sql, workspaceId }: Tx, table: 'flows' | 'mail_templates', ids: string[]) {
  if (ids.length === 0) return new Map<string, string>()
  const rows = await sql<{ id: string; name: string }[]>`
    select id, name from ${sql(table)} where workspace_id = ${workspaceId} and id = any(${ids}::uuid[])`
  return new Map(rows.map(({ id, name }) => [id, name]))
}
