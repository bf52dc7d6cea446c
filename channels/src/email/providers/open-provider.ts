import { AppError } from '@relance/core/error/app-error'
import type { MailProviderSettings } from '@relance/core/sender/mail-provider'
import type { Dialling } from '../dialling'
import { emailTransport, smtpUrl } from '../transport'
import { brevoProvider } from './brevo'
import { mailgunProvider } from './mailgun'
import { postmarkProvider } from './postmark'
import type { MailProvider } from './provider'
import { sendgridProvider } from './sendgrid'
import { sesProvider } from './ses'
import { smtpProvider } from './smtp'

/** One provider of a workspace, with its secret. */
export interface ProviderToOpen {
  id: string
  settings: MailProviderSettings
  /** A key or a password; empty: none. */
  secret: string
}

/**
 * A provider as a workspace describes it, ready to deliver.
 * @param dialling how a server that a workspace names is connected to
 */
export function openProvider(
  { id, settings, secret }: ProviderToOpen,
  dialling: Dialling,
): MailProvider {
  const access = { id, secret }
  switch (settings.kind) {
    case 'smtp':
      return smtpProvider(id, emailTransport(smtpUrl({ ...settings, password: secret }), dialling))
    case 'ses':
      return sesProvider({ ...access, ...settings })
    case 'postmark':
      return postmarkProvider({ ...access, ...settings })
    case 'mailgun':
      return mailgunProvider({ ...access, ...settings })
    case 'sendgrid':
      return sendgridProvider({ ...access, ...settings })
    case 'brevo':
      return brevoProvider(access)
    case 'own':
      throw new AppError('internal', 'The installation’s own server is open already.')
  }
}
