import { forwardMail } from '@relance/channels/email/forward-mail'
import type { EmailTransport } from '@relance/channels/email/transport'
import { formatMessage } from '@relance/core/words/format-message'
import { formatMoney } from '@relance/core/words/format-money'
import { type Language, languageOf } from '@relance/core/words/language'
import { replyWords } from '@relance/core/words/reply-words'
import { type Answered, loadAnswered } from '@relance/db/message/load-answered'
import type { InboundDesk } from './take-returned-mail'

/**
 * Hands an answer to whoever answers for the shop, with the cart it may be about and the way to the customer's page;
 * answering that mail reaches the customer. A workspace that has named no address has it on the customer's page only.
 */
export const forwardReply =
  (transport: EmailTransport, publicUrl: string): InboundDesk['forward'] =>
  async ({ scope, message }, { reply }, raw) => {
    const { id: messageId, contactId } = message
    const answered = await loadAnswered(scope, { messageId, contactId })
    if (!answered?.desk) return
    const name = reply.fromName || reply.from
    const app = publicUrl.replace(/\/+$/, '')
    const urls = { page: `${app}/customers/${contactId}`, list: `${app}/answers` }
    await forwardMail(transport, {
      from: { name, address: answered.sender ?? answered.desk },
      to: answered.desk,
      replyTo: { name: reply.fromName, address: reply.from },
      subject: reply.subject,
      text: `${aboutReply(answered, name, urls)}\n\n--\n\n${reply.text}`,
      original: raw,
    })
  }

function aboutReply(
  { locale, subject, flowName, holdHours, cart }: Answered,
  name: string,
  urls: Record<'page' | 'list', string>,
) {
  const language: Language = languageOf(locale) ?? 'en'
  const say = (key: keyof typeof replyWords, params = {}) =>
    formatMessage(replyWords, key, language, params)
  const lines = [
    say('answered', { name, subject, flow: flowName, hours: holdHours }),
    say('how'),
    say('page', { url: urls.page }),
    say('list', { url: urls.list }),
  ]
  if (!cart || cart.lines.length === 0) return lines.join('\n')
  const value = formatMoney(cart.value, cart.currency, language)
  const products = cart.lines.map(({ quantity, title }) => `- ${quantity} × ${title}`)
  return [...lines, '', say('cart', { value }), ...products].join('\n')
}
