import { newId } from '@relance/core/id/ids'
import { inTransaction } from '@relance/db/connection/in-transaction'
import type { Scope } from '@relance/db/connection/scope'
import { upsertContact } from '@relance/db/contact/upsert-contact'
import { insertEnrolment } from '@relance/db/enrolment/insert-enrolment'
import { publishFlow } from '@relance/db/flow/publish-flow'
import { queueMessage } from '@relance/db/message/queue-message'
import { writeTrace } from '@relance/db/trace/write-trace'
import { compileDraft, planOrThrow } from '@relance/workflows/compile/compile-draft'
import { createFromTemplate } from '../flows/create-from-template'

export interface SeededRun {
  contactId: string
  flowId: string
  enrolmentId: string
  messageId: string
  templateId: string
  offerId: string
}

/** Somebody in the middle of a published scenario: has left the first mail, which was sent, and waits. */
export async function seedRun(scope: Scope, externalId = 'c-1'): Promise<SeededRun> {
  const { id: contactId } = await upsertContact(scope, {
    externalId,
    email: `${externalId}@shop.example`,
    firstName: 'Ada',
    consent: { email: true },
  })
  const { draft } = await createFromTemplate(scope, { template: 'declining-activity' })
  const { flowId } = draft
  await publishFlow(scope, {
    draft,
    plan: planOrThrow(await compileDraft(scope, draft, 'en')),
    people: 'finish',
  })
  const config = (id: string) => draft.graph.nodes.find((node) => node.id === id)?.config ?? {}
  const templateId = String(config('mail-1').template)
  const enrolmentId = newId()
  const now = new Date('2026-03-02T10:00:00Z')
  const messageId = await inTransaction(scope, async (tx) => {
    await insertEnrolment(tx, {
      id: enrolmentId,
      flowId,
      version: 1,
      contactId,
      entryKey: 'event:1',
      seed: 'seed',
      state: 'waiting',
      nodeId: 'week',
      visit: 1,
      path: {},
      anchorAt: now,
      enteredAt: now,
      enteredNodeAt: now,
      dueAt: null,
      exitDueAt: null,
      listens: [],
      nodeListens: [],
      callId: null,
      again: null,
      heldBy: null,
      error: null,
      entryData: {},
      bursts: 1,
      endedAt: null,
      endReason: null,
      endDetail: null,
      revenueCents: null,
      firstMessageAt: null,
      repliedAt: null,
    })
    const line = { enrolmentId, flowId, contactId, burst: 1, at: now, visit: 1 }
    await writeTrace(tx, [
      {
        ...line,
        nodeId: 'start',
        kind: 'entered',
        code: 'entered-by-event',
        params: { event: 'page' },
      },
      { ...line, nodeId: 'start', kind: 'left', exit: 'entered', nextNode: 'mail-1', code: 'left' },
      {
        ...line,
        nodeId: 'mail-1',
        kind: 'left',
        exit: 'sent',
        nextNode: 'week',
        code: 'message-queued',
        params: { template: templateId },
      },
      {
        ...line,
        nodeId: 'week',
        kind: 'waiting',
        code: 'waiting-until',
        params: { at: '2026-03-09T10:00:00Z' },
      },
    ])
    await queueMessage(tx, {
      key: `${enrolmentId}:mail-1:1`,
      enrolmentId,
      flowId,
      version: 1,
      nodeId: 'mail-1',
      visit: 1,
      contactId,
      channel: 'email',
      templateId,
      templateVersion: 1,
      locale: 'en',
      offerId: null,
      couponCode: null,
      service: false,
      typology: 'loyalty',
      heldBy: null,
      retryAt: null,
      look: {
        ...{ at: now.toISOString(), when: 'deciding', rule: null, outcome: 'pass' },
        ...{ reason: null, until: null },
      },
      address: `${externalId}@shop.example`,
      addressHash: null,
      state: 'queued',
      reason: null,
      whenHeld: 'wait',
      ...{ mode: 'interactive', actedAt: now },
      placedAt: null,
      queuedAt: now,
    })
    const [sent] = await tx.sql<{ id: string }[]>`
      with m as (
        update messages set state = 'sent', sent_at = ${now}, subject = 'For you'
        where workspace_id = ${scope.workspaceId} and enrolment_id = ${enrolmentId} returning id)
      insert into message_contents (workspace_id, message_id, subject, html, body_text)
      select ${scope.workspaceId}, id, 'For you', '<p>For you</p>', 'For you' from m returning message_id as id`
    return sent?.id ?? ''
  })
  const offerId = String(config('mail-2').offer)
  return { contactId, flowId, enrolmentId, messageId, templateId, offerId }
}
