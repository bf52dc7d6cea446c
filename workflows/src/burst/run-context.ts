import { newId } from '@relance/core/id/ids'
import { stickyRandom } from '@relance/core/random/sticky-random'
import type { Rule, SeenLeaf } from '@relance/core/rule/rule'
import { languageOf } from '@relance/core/words/language'
import { loadContact } from '@relance/db/contact/load-contact'
import { loadMailData } from '@relance/db/contact/load-mail-data'
import { setContactField } from '@relance/db/contact/set-contact-field'
import { deliverToListeners } from '@relance/db/enrolment/inbox'
import { askRule } from '@relance/db/rule/ask-rule'
import { refreshMembers } from '@relance/db/segment/refresh-members'
import type { RunContext, SendRequest } from '@relance/nodes/kit/run-context'
import { fillText } from '@relance/templates/fill-text'
import type { NodeGuard } from './node-savepoint'
import { ruleSubject } from './rule-subject'
import { sendMessage } from './send-message'
import { trace, type Walk } from './walk'

/** Everything the running node may see and do, answered inside the burst's transaction. */
export function runContext(walk: Walk, savepoint: NodeGuard, seen: SeenLeaf[]): RunContext {
  const { enrolment, clock, plan, contact } = walk
  return {
    nodeId: enrolment.nodeId,
    visit: enrolment.visit,
    now: clock.now,
    anchorAt: enrolment.anchorAt,
    enteredAt: enrolment.enteredAt,
    enteredNodeAt: enrolment.enteredNodeAt,
    timeZone: plan.settings.timeZone ?? clock.timeZone,
    contact,
    random: () => stickyRandom(`${enrolment.seed}:${enrolment.nodeId}`),
    ask: async (rule: Rule) => {
      const answer = await askRule(await savepoint.tx(), rule, ruleSubject(walk))
      seen.push(...answer.seen)
      return answer
    },
    send: async (request: SendRequest) => sendMessage(walk, savepoint, request),
    setField: async (field, value) => {
      const tx = await savepoint.tx()
      const changed = await setContactField(tx, contact.id, field, value, clock.now)
      const silent = walk.outlook !== undefined
      const moved = await refreshMembers(tx, { contactId: contact.id, keys: changed, silent })
      const keys = [...changed, ...moved]
      const heard = { id: newId(), name: 'set-field', at: clock.now, properties: {} }
      if (!silent) await deliverToListeners(tx, contact.id, heard, keys)
      // This one is not in the database yet: it hears of it once it is.
      if (walk.isNew) walk.heard.push({ heard, keys })
      // The next step of this walk sees what this one wrote.
      if (keys.length > 0) walk.contact = await loadContact(tx, contact.id)
    },
    fill: async (template) => {
      const data = await loadMailData(await savepoint.tx(), contact.id, { cartId: cartOf(walk) })
      return fillText(
        template,
        { ...data, event: { properties: enrolment.entryData } },
        {
          language: languageOf(contact.locale) ?? languageOf(clock.locale) ?? 'en',
          timeZone: contact.timeZone ?? clock.timeZone,
          now: clock.now,
          currency: clock.currency,
        },
      )
    },
    note: (note) => trace(walk, 'note', note),
  }
}

/** The cart a run is about, if its key names one. */
export const cartOf = ({ enrolment }: Walk): string | null =>
  enrolment.entryKey.startsWith('cart:') ? String(enrolment.entryData.cart_id ?? '') : null
