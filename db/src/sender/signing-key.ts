import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import type { Sql } from '../connection/connect'
import { installationFact } from '../workspace/installation-fact'
import { recallFact } from '../workspace/remember-fact'

const FACT = 'dkim-key'
const BITS = 2048

/** The key that this installation signs mails with, for every domain that names it. */
export interface SigningKey {
  /** PEM. */
  privateKey: string
  /** Base64 of its DER, as a domain's record says it. */
  publicKey: string
}

/** Made by whoever asks first, and the same for all afterwards. */
export async function signingKey(sql: Sql): Promise<SigningKey> {
  const privateKey = (await recallFact(sql, FACT)) ?? (await installationFact(sql, FACT, makeKey))
  const der = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  return { privateKey, publicKey: der.toString('base64') }
}

const makeKey = () =>
  generateKeyPairSync('rsa', {
    modulusLength: BITS,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  }).privateKey
