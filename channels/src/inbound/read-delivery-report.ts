import { classOfStatus } from '@relance/core/delivery/class-of-status'
import { type ReportFields, reportFields } from './report-fields'
import type { ReturnedMail } from './returned-mail'

/** A status that says no more than that it failed (RFC 3463: “other undefined”). */
const SAYS_NOTHING = /^[245]\.0\.0$/
const REASON_LENGTH = 500

/**
 * What a delivery report (RFC 3464) says of the mail: of several recipients, the first that failed. Where its status
 * says nothing, the one in the other server's own words counts.
 */
export function readDeliveryReport(text: string): ReturnedMail {
  const recipients = reportFields(text).filter((fields) => fields.has('action'))
  const failed = recipients.find((fields) => fields.get('action')?.toLowerCase() === 'failed')
  if (failed) return bounceOf(failed)
  return recipients.length > 0 ? { kind: 'automatic' } : { kind: 'unreadable' }
}

function bounceOf(fields: ReportFields): ReturnedMail {
  const reason = (fields.get('diagnostic-code') ?? '').replace(/^[\w-]+;\s*/, '')
  const said = fields.get('status')?.match(/^[245]\.\d{1,3}\.\d{1,3}/)?.[0] ?? '5.0.0'
  const told = reason.match(/\b[45]\.\d{1,3}\.\d{1,3}\b/)?.[0]
  const code = SAYS_NOTHING.test(said) && told ? told : said
  return {
    ...{ kind: 'bounce', class: classOfStatus(code) },
    ...{ code, reason: reason.slice(0, REASON_LENGTH) },
  }
}
