import { randomBytes } from 'node:crypto'
import { newId } from '@relance/core/id/ids'
import { trackingUrls } from '@relance/core/token/tracking-urls'
import { type CompiledMail, compileMail } from '@relance/templates/compile-mail'
import { loadMails } from '@relance/templates/load-mails'
import type { MailData } from '@relance/templates/mail-data'
import { renderMail } from '@relance/templates/render-mail'
import { sixProducts } from './six-products'

/** Until the compiler of JavaScript has seen to all of it. */
const WARM_UP_TURNS = 8

/** What one mail has cost. */
export interface Rendered {
  /** Key and language. */
  id: string
  mails: number
  /** Of processor, all together. */
  ms: number
  /** Of HTML, in characters, all together. */
  size: number
}

interface Shipped {
  id: string
  compiled: CompiledMail
  language: 'en' | 'fr'
  data: MailData
}

/**
 * Fills every mail that ships for so many people each, in turns over all of them: what the machine does meanwhile meets
 * every mail alike.
 */
export async function renderMails(turns: number, aTurn: number): Promise<Rendered[]> {
  const mails = await shippedMails()
  for (let turn = 0; turn < WARM_UP_TURNS; turn++)
    for (const mail of mails) await renderSome(mail, aTurn)
  const rendered = mails.map(({ id }) => ({ id, mails: 0, ms: 0, size: 0 }))
  for (let turn = 0; turn < turns; turn++)
    for (const [index, mail] of mails.entries()) {
      const before = process.cpuUsage()
      const size = await renderSome(mail, aTurn)
      const { user, system } = process.cpuUsage(before)
      const sum = rendered[index]
      if (!sum) continue
      sum.ms += (user + system) / 1000
      sum.mails += aTurn
      sum.size += size
    }
  return rendered
}

async function shippedMails(): Promise<Shipped[]> {
  const all = (await loadMails()).flatMap(({ key, sources }) =>
    Object.values(sources).map((source) => ({ key, source })),
  )
  return Promise.all(
    all.map(async ({ key, source }) => ({
      id: `${key}.${source.language}`,
      compiled: await compileMail(source),
      language: source.language,
      data: sixProducts(source.language),
    })),
  )
}

const workspaceId = newId()
const secret = randomBytes(32)

/** Each mail is another person's, with links of its own; the shop is the same for those who leave together. */
async function renderSome({ compiled, language, data }: Shipped, people: number): Promise<number> {
  let size = 0
  const shop = { ...data.shop }
  for (let n = 0; n < people; n++) {
    const ids = { workspaceId, messageId: newId() }
    const urls = trackingUrls('https://mail.shop.example', secret, ids)
    const contact = { ...data.contact, first_name: `Ada ${n}` }
    const { html } = await renderMail(
      compiled,
      { ...data, shop, contact },
      {
        ...{ language, timeZone: 'Europe/Paris', trackLink: urls.click },
        ...{ unsubscribeUrl: urls.unsubscribe, openPixelUrl: urls.open },
      },
    )
    size += html.length
  }
  return size
}
