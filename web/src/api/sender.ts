import type { LeverScore } from '@relance/core/sender/lever-scores'
import type { MailServerTls } from '@relance/core/sender/mail-server-tls'
import { request } from './request'

/** Whom the mails of a workspace come from. */
export interface SenderSettings {
  name?: string
  address?: string
  replyTo?: string
  /** Left out: as the installation sends. */
  mustBeVerified?: boolean
}

/** What a form says of a sender: what is left empty is not said. */
export const saidOf = (sender: SenderSettings): SenderSettings =>
  Object.fromEntries(
    Object.entries(sender).filter(([, value]) => typeof value === 'boolean' || value?.trim()),
  )

/** A record of the sender's domain, as it should be and as it was found. */
export interface DomainRecord {
  kind: 'spf' | 'dkim' | 'dmarc' | 'return-path'
  state: 'ok' | 'missing' | 'wrong'
  host: string
  type: 'TXT' | 'MX'
  expected: string
  found: string[]
}

export interface CheckedSender {
  domain: string
  records: DomainRecord[]
  /** Whether its mails are signed from now on. */
  isSigned: boolean
  servers: MailServerTls[]
  levers: LeverScore[]
}

/** Asks DNS what the sender's domain says of itself just now. */
export const checkSender = () => request<CheckedSender>('POST', '/api/sender/check')
