/** By the end of the mail server's name: the header whose value that provider repeats in its reports. */
const HEADERS: readonly [host: string, header: (token: string) => [name: string, value: string]][] =
  [
    ['.amazonaws.com', (token) => ['X-SES-MESSAGE-TAGS', `relance=${token}`]],
    ['.postmarkapp.com', (token) => ['X-PM-Metadata-relance', token]],
    ['.mailgun.org', (token) => ['X-Mailgun-Variables', JSON.stringify({ relance: token })]],
    [
      '.sendgrid.net',
      (token) => ['X-SMTPAPI', JSON.stringify({ unique_args: { relance: token } })],
    ],
    ['.brevo.com', (token) => ['X-Mailin-custom', `relance:${token}`]],
    ['.sendinblue.com', (token) => ['X-Mailin-custom', `relance:${token}`]],
  ]

/**
 * The header by which a known provider names the message again in its webhooks; none for any other server.
 * @param url the SMTP address that is sent by
 */
export function tokenHeader(url: string, token: string | null | undefined): Record<string, string> {
  const host = new URL(url).hostname
  const header = HEADERS.find(([end]) => host.endsWith(end))?.[1]
  if (!header || !token) return {}
  const [name, value] = header(token)
  return { [name]: value }
}
