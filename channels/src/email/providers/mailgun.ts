import { z } from 'zod'
import { rawMail } from '../raw-mail'
import { askApi } from './ask-api'
import type { ApiAccess, MailProvider } from './provider'

const HOSTS = { us: 'https://api.mailgun.net', eu: 'https://api.eu.mailgun.net' } as const

interface Mailgun extends ApiAccess {
  domain: string
  region: keyof typeof HOSTS
}

const said = z.object({ message: z.string() })

/** Mailgun, by POST /v3/{domain}/messages.mime: the mail as it is. It tracks neither opens nor clicks of ours. */
export const mailgunProvider = ({
  id,
  secret,
  domain,
  region,
  endpoint = HOSTS[region],
}: Mailgun): MailProvider => ({
  id,
  async deliver(message) {
    const form = new FormData()
    form.set('to', message.to.address)
    form.set('message', new Blob([new Uint8Array(await rawMail(message))]), 'message.eml')
    form.set('o:tracking', 'no')
    if (message.returnToken) form.set('v:relance', message.returnToken)
    const authorization = `Basic ${Buffer.from(`api:${secret}`).toString('base64')}`
    const request = new Request(`${endpoint}/v3/${domain}/messages.mime`, {
      ...{ method: 'POST', headers: { authorization }, body: form },
    })
    return askApi(request, ({ status, body }) => {
      const reason = said.safeParse(body).data?.message ?? ''
      return status === 400 && /^'?to'? parameter/i.test(reason)
        ? { result: 'refused', class: 'hard', code: 'http-400', reason }
        : undefined
    })
  },
})
