import { createHash } from 'node:crypto'
import { type ParsedMail, type SimpleParserOptions, simpleParser } from 'mailparser'
import { isAutomatic } from './is-automatic'
import { readDeliveryReport } from './read-delivery-report'
import { reportFields } from './report-fields'
import type { ReturnedMail } from './returned-mail'
import { saidInReply } from './said-in-reply'

const TEXT_LENGTH = 100_000
/** Bytes of a report’s fields: a page of them says everything. */
const REPORT_LENGTH = 100_000
/** Of HTML that is made text; more would keep the process from everything else. */
const HTML_LENGTH = 200_000
/** Reports that are no complaint: “this is no spam”, and failed checks of a signature (RFC 6430, RFC 6591). */
const NO_COMPLAINT = /^(not-spam|auth-failure)$/i

const partOf = ({ attachments }: ParsedMail, type: string): string | undefined =>
  attachments
    .find(({ contentType }) => contentType === type)
    ?.content.toString('utf8', 0, REPORT_LENGTH)

/** Only whoever says so in the head of the mail reports: an answer may carry somebody else's report along. */
const isReport = ({ headerLines }: ParsedMail): boolean =>
  headerLines.some(({ key, line }) => key === 'content-type' && /multipart\/report/i.test(line))

function readReport(mail: ParsedMail): ReturnedMail {
  const feedback = partOf(mail, 'message/feedback-report')
  if (feedback !== undefined) {
    const type = reportFields(feedback)[0]?.get('feedback-type')?.toLowerCase() ?? ''
    if (type === '') return { kind: 'unreadable' }
    return NO_COMPLAINT.test(type)
      ? { kind: 'automatic' }
      : { kind: 'complaint', feedback: type.slice(0, 50) }
  }
  const delivery = partOf(mail, 'message/delivery-status')
  return delivery === undefined ? { kind: 'unreadable' } : readDeliveryReport(delivery)
}

function readAnswer(mail: ParsedMail, raw: Buffer): ReturnedMail {
  const [from] = mail.from?.value ?? []
  const address = from?.address ?? ''
  const subject = (mail.subject ?? '').slice(0, 500)
  if (address === '') return { kind: 'unreadable' }
  if (isAutomatic(mail.headerLines, { from: address, subject })) return { kind: 'automatic' }
  const text = (mail.text ?? '').slice(0, TEXT_LENGTH)
  const mailId = mail.messageId ?? createHash('sha256').update(raw).digest('hex')
  const fromName = from?.name ?? ''
  const reply = { mailId, from: address, fromName, subject, text, said: saidInReply(text) }
  return { kind: 'reply', reply }
}

/** Null for what cannot be taken apart. */
async function parse(raw: Buffer, options: SimpleParserOptions): Promise<ParsedMail | null> {
  try {
    const mail = await simpleParser(raw, {
      ...{ keepDeliveryStatus: true, keepCidLinks: true, maxHtmlLengthToParse: HTML_LENGTH },
      ...{ skipTextToHtml: true, skipTextLinks: true, skipImageLinks: true },
      ...options,
    })
    // A head that is longer than the parser reads is left out whole.
    return 'headerLines' in mail ? mail : null
  } catch {
    return null // what cannot be taken apart says nothing
  }
}

/**
 * What a mail that came back says. Never throws for what it holds.
 * @param raw as it came over SMTP; the caller limits its size
 * @param envelopeFrom who the SMTP dialogue said it is from; empty for reports (RFC 5321)
 */
export async function readReturnedMail(raw: Buffer, envelopeFrom: string): Promise<ReturnedMail> {
  // Long HTML is left as it is: its text would take longer than anybody waits, and the mail itself is passed on.
  const mail = (await parse(raw, {})) ?? (await parse(raw, { skipHtmlToText: true }))
  if (mail === null) return { kind: 'unreadable' }
  if (isReport(mail)) return readReport(mail)
  const answer = readAnswer(mail, raw)
  // No person writes without a sender: a server's notice in its own words, unless it says what it is.
  const isNotice = envelopeFrom === '' && !mail.headers.has('auto-submitted')
  return isNotice ? { kind: 'unreadable' } : answer
}
