import type { Delivery } from '../../kit/delivery'
import type { EmailMessage } from '../email-message'

/** Somebody who hands out mails: an SMTP server, or a provider's HTTP API. */
export interface MailProvider {
  /** Names it among those of a workspace. */
  id: string
  /** Never throws for what the other side answers. */
  deliver(message: EmailMessage): Promise<Delivery>
}

/** How a provider's API is reached. */
export interface ApiAccess {
  id: string
  secret: string
  /** Where its API is; left out: where it really is. */
  endpoint?: string
}
