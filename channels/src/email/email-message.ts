export interface EmailAddress {
  name?: string | null
  address: string
}

/** One mail for one person, rendered. */
export interface EmailMessage {
  /** Chosen by the caller and kept over retries, so that a mail sent twice is seen as one: `<id@domain>`. */
  messageId: string
  from: EmailAddress
  to: EmailAddress
  /** Where an answer reaches a person. */
  replyTo?: EmailAddress | null
  /** Where reports about this mail go (the envelope’s sender); left out: to `from`. */
  returnPath?: string | null
  /** Names the message to providers that report by webhook, and are to say it again there. */
  returnToken?: string | null
  subject: string
  html: string
  text: string
  /** Signs the mail for a domain that names the key (DKIM); left out: it goes unsigned. */
  signature?: { domain: string; selector: string; privateKey: string } | null
  /** For List-Unsubscribe, one click (RFC 8058); a service message has none. */
  unsubscribeUrl?: string | null
}
