import { randomBytes, randomUUID } from 'node:crypto'
import { deliverEmail } from '@relance/channels/email/deliver'
import type { EmailTransport } from '@relance/channels/email/transport'
import { AppError } from '@relance/core/error/app-error'
import { trackingUrls } from '@relance/core/token/tracking-urls'
import type { CompiledMail } from '@relance/templates/compile-mail'
import { renderMail } from '@relance/templates/render-mail'
import type postgres from 'postgres'

const SHOP = { name: 'Bench', currency: 'EUR', url: 'https://www.bench.example/' }
const FROM = 'hello@bench.example'

interface Person {
  address: string
  firstName: string
  consent: boolean
}

interface Tools {
  sql: postgres.Sql
  transport: EmailTransport
  compiled: CompiledMail
  publicUrl: string
}

export type Activities = ReturnType<typeof makeActivities>

/** What the workflow calls: one activity a mail, as somebody in a hurry would be right to write it. */
export function makeActivities({ sql, transport, compiled, publicUrl }: Tools) {
  const secret = randomBytes(32)
  const workspaceId = randomUUID()

  async function render(person: Person, messageId: string) {
    const urls = trackingUrls(publicUrl, secret, { workspaceId, messageId })
    const { address, firstName } = person
    const now = new Date()
    const mail = await renderMail(
      compiled,
      { contact: { first_name: firstName, email: address, locale: 'en' }, now, shop: SHOP },
      {
        ...{ language: 'en', timeZone: 'Europe/Paris' },
        ...{ trackLink: urls.click, unsubscribeUrl: urls.unsubscribe, openPixelUrl: urls.open },
      },
    )
    return { ...mail, unsubscribeUrl: urls.unsubscribe }
  }

  return {
    /** Checks consent, notes the message, renders, sends, notes the result. False: they do not want it. */
    async sendMail({ userId, number }: { userId: string; number: number }): Promise<boolean> {
      const [person] = await sql<Person[]>`
        select address, first_name as "firstName", consent from yardstick.people where user_id = ${userId}`
      if (!person?.consent) return false
      // Tried again after a crash, the message is the same one.
      const [row] = await sql<{ id: string; sent: boolean }[]>`
        insert into yardstick.messages (id, user_id, number) values (${randomUUID()}, ${userId}, ${number})
        on conflict (user_id, number) do update set attempts = yardstick.messages.attempts + 1
        returning id, sent_at is not null as sent`
      if (!row) throw new AppError('internal', 'The message was not written.')
      if (row.sent) return true
      const mail = await render(person, row.id)
      const delivery = await deliverEmail(transport, {
        ...mail,
        messageId: `<${row.id}@bench.example>`,
        from: { name: SHOP.name, address: FROM },
        to: { address: person.address },
      })
      if (delivery.result !== 'sent') throw new AppError('unavailable', delivery.reason)
      await sql`
        update yardstick.messages set sent_at = clock_timestamp(), subject = ${mail.subject},
          html = ${mail.html}, body_text = ${mail.text}, response = ${delivery.response}
        where id = ${row.id}`
      return true
    },
  }
}
