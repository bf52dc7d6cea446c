import type { MailRoute } from '../sender/check-sender'

/** How mails of tests would leave, and come back. */
export const mailRoute: MailRoute = {
  smtpUrl: null,
  ...{ mailServer: 'mx.test', returnDomain: 'back.test', ownHost: 'app.test' },
}
