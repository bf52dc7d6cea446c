import { AwsClient } from 'aws4fetch'
import { z } from 'zod'
import { rawMail } from '../raw-mail'
import { askApi } from './ask-api'
import type { ApiAccess, MailProvider } from './provider'

interface Ses extends ApiAccess {
  region: string
  accessKeyId: string
  configurationSet: string
}

const said = z.object({ message: z.string().optional(), Message: z.string().optional() })

/** Words of a BadRequestException that is about the recipient's address. */
const NO_ADDRESS = /@domain|local (name|address)|domain (name )?contains|illegal address/i

/** Amazon SES, by SendEmail of its API version 2: the mail as it is, signed by us; requests by AWS signature 4. */
export function sesProvider({
  id,
  secret,
  region,
  accessKeyId,
  configurationSet,
  endpoint = `https://email.${region}.amazonaws.com`,
}: Ses): MailProvider {
  const signer = new AwsClient({ accessKeyId, secretAccessKey: secret, region, service: 'ses' })
  return {
    id,
    async deliver(message) {
      const raw = await rawMail(message)
      const body = JSON.stringify({
        FromEmailAddress: message.from.address,
        Destination: { ToAddresses: [message.to.address] },
        Content: { Raw: { Data: raw.toString('base64') } },
        ...(message.returnToken
          ? { EmailTags: [{ Name: 'relance', Value: message.returnToken }] }
          : {}),
        ...(configurationSet ? { ConfigurationSetName: configurationSet } : {}),
      })
      const request = await signer.sign(`${endpoint}/v2/email/outbound-emails`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      })
      return askApi(request, ({ status, body: answer, headers }) => {
        const type = headers.get('x-amzn-errortype')?.split(':')[0] ?? ''
        const words = said.safeParse(answer).data
        const reason = words?.message ?? words?.Message ?? type
        const code = type || `http-${status}`
        if (type === 'BadRequestException' && NO_ADDRESS.test(reason))
          return { result: 'refused', class: 'hard', code, reason }
        // Of an address or domain that the account may not send from it says the same as of a virus.
        if (type === 'MessageRejected' && !/not verified/i.test(reason))
          return { result: 'refused', class: 'blocked', code, reason }
        return type ? { result: 'retry', why: 'unavailable', code, reason } : undefined
      })
    },
  }
}
