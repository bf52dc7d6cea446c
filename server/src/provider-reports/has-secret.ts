import { isBearer } from '@relance/core/token/is-bearer'
import type { Call } from './provider'

/** Whether a call carries the secret: as a bearer token, or as the password of Basic, whoever the user is. */
export function hasSecret(call: Call, secret: string): boolean {
  const given = call.header('authorization') ?? ''
  const basic = given.match(/^Basic\s+(\S+)$/i)?.[1]
  if (basic === undefined) return isBearer(given, secret)
  const password = Buffer.from(basic, 'base64').toString('utf8').split(':').slice(1).join(':')
  return isBearer(`Bearer ${password}`, secret)
}
