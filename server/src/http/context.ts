import type { Language } from '@relance/core/words/language'
import type { Sql } from '@relance/db/connection/connect'
import type { Scope } from '@relance/db/connection/scope'
import type { Auth } from '../auth/auth'
import type { Principal } from '../auth/principal'
import type { DraftRooms } from '../draft-room/draft-rooms'
import type { Watch } from '../health/watch'
import type { ImageStore } from '../images/image-store'
import type { Log } from '../log'
import type { ProviderSecrets } from '../provider-reports/provider-reports'
import type { MailRoute } from '../sender/check-sender'
import type { Tracker } from '../track/tracker'
import type { SendTestMail } from '../try/mail-path'

/** What the whole app shares. */
export interface Services {
  sql: Sql
  auth: Auth
  log: Log
  /** The public address. */
  url: string
  inboxUrl: string | null
  temporalAddress: string | null
  /** Looks after the queues and the workers. */
  watch: Watch
  /** Writes down who opened and clicked. */
  tracker: Tracker
  /** The drafts that are open in this process. */
  rooms: DraftRooms
  /** Asked of whoever fetches /metrics; null: of nobody. */
  metricsToken: string | null
  /** Where pictures for mails are kept. */
  images: ImageStore
  /** How mails leave, and come back. */
  mailRoute: MailRoute
  /** Mails a test to a member; left out: no mail server is set. */
  sendTestMail?: SendTestMail
  /** The resolver to ask about domains, `host:port`; left out: the machine's own. */
  dnsServer?: string
  /** Aborted when the server stops: what streams ends then. */
  stopping?: AbortSignal
  /** Of the mail providers that report by webhook. */
  providerSecrets: ProviderSecrets
}

/** What a request carries on its way. */
export interface AppEnv {
  Variables: {
    services: Services
    requestId: string
    log: Log
    /** The reader's language. */
    language: Language
    principal: Principal
    /** Who asks, in which workspace; set before every handler of a route that needs a permission. */
    scope: Scope
  }
}
