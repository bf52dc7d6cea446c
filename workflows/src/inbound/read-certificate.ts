import { readFile } from 'node:fs/promises'
import { createSecureContext } from 'node:tls'
import { AppError } from '@relance/core/error/app-error'
import type { WorkerEnv } from '../env'

/**
 * What the listener encrypts with, both PEM; undefined where the operator has named none. Throws AppError unavailable
 * for what cannot be read or does not belong together.
 */
export async function readCertificate({
  RELANCE_SMTP_IN_KEY: keyFile,
  RELANCE_SMTP_IN_CERT: certFile,
}: Pick<WorkerEnv, 'RELANCE_SMTP_IN_KEY' | 'RELANCE_SMTP_IN_CERT'>): Promise<
  { key: string; cert: string } | undefined
> {
  if (keyFile === undefined || certFile === undefined) return undefined
  const [key, cert] = await Promise.all([
    readPem('RELANCE_SMTP_IN_KEY', keyFile),
    readPem('RELANCE_SMTP_IN_CERT', certFile),
  ])
  try {
    createSecureContext({ key, cert })
  } catch (error) {
    throw doesNotWork('RELANCE_SMTP_IN_CERT', error)
  }
  return { key, cert }
}

const readPem = (name: string, file: string) =>
  readFile(file, 'utf8').catch((error: unknown) => {
    throw doesNotWork(name, error)
  })

const doesNotWork = (name: string, error: unknown) => {
  const why = error instanceof Error ? error.message : String(error)
  return new AppError('unavailable', `${name} does not work: ${why}.`)
}
