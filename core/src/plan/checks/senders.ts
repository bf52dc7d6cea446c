import type { Finding } from '../finding'
import type { Survey } from '../survey'

/** V10: inboxes have reason to believe whom the emails come from. Said once, at the first email people reach. */
export function checkSenders({ facts, emailNumbers, nodes, reached }: Survey): Finding[] {
  const { sender } = facts
  if (!sender || sender.isVerified) return []
  const nodeId = [...emailNumbers.keys()].find((id) => reached.has(id))
  if (nodeId === undefined) return []
  const fields = Object.entries(nodes.get(nodeId)?.definition.fields ?? {})
  const field = fields.find(([, spec]) => spec?.kind === 'template')?.[0] ?? null
  const fix = { action: 'openSettings', args: { part: 'sender' } }
  return [{ code: 'V10', nodeId, field, params: { domain: sender.domain }, fix }]
}
