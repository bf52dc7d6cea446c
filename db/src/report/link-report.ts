import { inTransaction } from '../connection/in-transaction'
import { planLarge } from '../connection/plan-large'
import type { Scope, Tx } from '../connection/scope'
import { type KeptBodies, keptBodies, sentBodies } from '../message/sent-content'
import { type FactsRequest, messageFacts, planFacts } from './message-facts'
import { groupKey, type ReportKey } from './report-group'

/** What came of one link. */
export interface LinkFigures {
  url: string
  /** Which of the links to that address in one mail, from 1 on. */
  place: number
  uniqueClicks: number
  totalClicks: number
  robotClicks: number
}

/** A mail that was sent, as one person got it. */
export interface SentMail {
  messageId: string
  contactId: string
  firstName: string | null
  lastName: string | null
  email: string | null
  subject: string
  html: string
  locale: string
}

export interface LinkReport {
  /** The most clicked first. */
  links: LinkFigures[]
  /** Of the messages of this language, all links together. */
  totalClicks: number
  /** The language they are of; null where nothing was sent. */
  locale: string | null
  /** The languages the messages were sent in, the most frequent first. */
  locales: string[]
  /** The latest of them: what the clicks are shown on; null where none has a text any more. */
  picture: SentMail | null
}

/** Links differ from person to person where they lead to what was chosen for each; more than this nobody reads. */
const MOST_LINKS = 500

/** What people clicked in the messages of one row of the report, in one language: the one asked for, else the most sent. */
export const linkReport = (
  scope: Scope,
  request: FactsRequest & { of: ReportKey; locale?: string },
): Promise<LinkReport> =>
  inTransaction(scope, async (tx) => {
    await planLarge(tx)
    const locales = await localesOf(tx, request)
    const locale = locales.find((each) => each === request.locale) ?? locales[0] ?? null
    const picture = locale === null ? null : await pictureOf(tx, request, locale)
    await planFacts(tx)
    const links = await linksOf(tx, request, locale)
    return {
      links: links.slice(0, MOST_LINKS),
      totalClicks: links.reduce((sum, { totalClicks }) => sum + totalClicks, 0),
      ...{ locale, locales, picture },
    }
  })

const linksOf = (tx: Tx, request: FactsRequest, locale: string | null) => tx.sql<LinkFigures[]>`
  with ${messageFacts(tx, request, tx.sql`''::text`)}
  select h.link_url as url, h.link_place as place,
    count(distinct h.message_id) filter (where h.name = 'Email Link Clicked')::int as "uniqueClicks",
    count(*) filter (where h.name = 'Email Link Clicked')::int as "totalClicks",
    count(*) filter (where h.name = 'Email Link Scanned')::int as "robotClicks"
  from happened h join each e on e.message_id = h.message_id
  where h.name in ('Email Link Clicked', 'Email Link Scanned') and h.link_url is not null and e.locale = ${locale}
  group by h.link_url, h.link_place order by 4 desc, 3 desc, 1, 2`

const isSent = (tx: Tx, { of, from, to }: FactsRequest & { of: ReportKey }) => tx.sql`
  m.workspace_id = ${tx.workspaceId} and m.sent_at >= ${from} and m.sent_at < ${to} and ${groupKey(tx, of.by)} = ${of.key}`

async function localesOf(tx: Tx, request: FactsRequest & { of: ReportKey }): Promise<string[]> {
  const rows = await tx.sql<{ locale: string }[]>`
    select m.locale from messages m where ${isSent(tx, request)} group by m.locale order by count(*) desc, m.locale`
  return rows.map(({ locale }) => locale)
}

async function pictureOf(
  tx: Tx,
  request: FactsRequest & { of: ReportKey },
  locale: string,
): Promise<SentMail | null> {
  const [mail] = await tx.sql<(Omit<SentMail, 'html'> & KeptBodies)[]>`
    select m.id as "messageId", m.contact_id as "contactId", k.first_name as "firstName", k.last_name as "lastName",
      k.email, t.subject, m.locale, ${keptBodies(tx)}
    from messages m
    join message_contents t on t.workspace_id = m.workspace_id and t.message_id = m.id
    left join contacts k on k.workspace_id = m.workspace_id and k.id = m.contact_id
    where ${isSent(tx, request)} and m.locale = ${locale}
    order by m.sent_at desc, m.id desc limit 1`
  if (!mail) return null
  const { html, text, packed, words, ...sent } = mail
  return { ...sent, html: sentBodies({ html, text, packed, words }).html }
}
