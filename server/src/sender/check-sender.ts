import { AppError } from '@relance/core/error/app-error'
import {
  type DomainRecord,
  judgeDkim,
  judgeDmarc,
  judgeReturnPath,
  judgeSpf,
} from '@relance/core/sender/domain-records'
import { type LeverScore, leverScores } from '@relance/core/sender/lever-scores'
import type { MailServerTls } from '@relance/core/sender/mail-server-tls'
import type { Scope } from '@relance/db/connection/scope'
import { readLeverFacts } from '@relance/db/sender/read-lever-facts'
import { setSigningDomain } from '@relance/db/sender/set-signing-domain'
import { signingKey } from '@relance/db/sender/signing-key'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { checkMailServers } from './check-mail-servers'
import type { Lookup } from './look-up'

/** How mails leave this installation, and come back to it. */
export interface MailRoute {
  /** The host that mails are handed to. */
  mailServer: string
  /** The same as it is connected to, `smtp://…`; null: none is set. */
  smtpUrl: string | null
  /** The domain of return addresses; null: none is set. */
  returnDomain: string | null
  /** The public host of this installation. */
  ownHost: string
}

export interface CheckedSender {
  domain: string
  records: DomainRecord[]
  /** Whether mails of this domain are signed from now on. */
  isSigned: boolean
  /** Whether they are encrypted on their way to each SMTP server that hands them out. */
  servers: MailServerTls[]
  /** What arriving depends on, each with its score. */
  levers: LeverScore[]
}

/**
 * Asks DNS what the workspace's sender domain says of itself. Mails are signed from the moment our key is found there.
 * @throws AppError invalid where the workspace has no sender address, unavailable where DNS does not answer
 */
export async function checkSender(
  scope: Scope,
  lookup: Lookup,
  { mailServer, smtpUrl, returnDomain, ownHost }: MailRoute,
): Promise<CheckedSender> {
  const { sender } = await getWorkspace(scope)
  const domain = sender.address?.split('@')[1]?.toLowerCase()
  if (!domain)
    throw new AppError('invalid', 'Say first which address mails come from.', { field: 'sender' })
  const { publicKey } = await signingKey(scope.sql)
  const dkim = judgeDkim(domain, [], publicKey)
  const dmarc = judgeDmarc(domain, [])
  const [spfTexts, dkimTexts, dmarcTexts, servers] = await Promise.all([
    lookup.texts(domain),
    lookup.texts(dkim.host),
    lookup.texts(dmarc.host),
    returnDomain ? lookup.mailServers(returnDomain) : [],
  ]).catch((cause: unknown) => {
    throw new AppError('unavailable', 'DNS does not answer just now.', {}, { cause })
  })
  const records = [
    judgeSpf(domain, spfTexts, mailServer),
    judgeDkim(domain, dkimTexts, publicKey),
    judgeDmarc(domain, dmarcTexts),
    ...(returnDomain ? [judgeReturnPath(returnDomain, servers, ownHost)] : []),
  ]
  const isSigned = records.some(({ kind, state }) => kind === 'dkim' && state === 'ok')
  await setSigningDomain(scope, isSigned ? domain : null)
  const [tls, facts] = await Promise.all([checkMailServers(scope, smtpUrl), readLeverFacts(scope)])
  const levers = leverScores({ ...facts, checks: checksOf(records, tls) })
  return { domain, records, isSigned, servers: tls, levers }
}

/** What could not be asked, or needs none, is no check. */
function checksOf(records: DomainRecord[], servers: MailServerTls[]) {
  const judged = servers.filter(({ state }) => ['ok', 'missing', 'wrong'].includes(state))
  const all = [...records, ...judged]
  return { ok: all.filter(({ state }) => state === 'ok').length, all: all.length }
}
