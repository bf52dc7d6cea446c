import { AppError, type ErrorCode } from '@relance/core/error/app-error'
import { type CallFault, callFaultTexts } from '@relance/core/words/call-fault-texts'
import { formatWords } from '@relance/core/words/format-message'

const CODES: Readonly<Partial<Record<CallFault, ErrorCode>>> = {
  'not-web': 'invalid',
  'private-network': 'forbidden',
}
const NO_ADDRESS = new Set(['ENOTFOUND', 'EAI_AGAIN'])
const CERTIFICATE = /CERT|SIGNATURE|ERR_TLS/
const SLOW = /TIMEOUT|ETIMEDOUT/

/** Why a call fails, in English, with its code as `fault` among the details; by what it is, tried again or not. */
export const callFault = (
  fault: CallFault,
  slots: Record<string, string | number> = {},
  cause?: unknown,
): AppError =>
  new AppError(
    CODES[fault] ?? 'unavailable',
    formatWords(callFaultTexts[fault], 'en', slots),
    { fault },
    { cause },
  )

/** A call that ended with a fault. */
export const outcomeOf = ({ message, details }: AppError) => ({
  ...{ ok: false as const, status: null, error: message },
  ...(typeof details.fault === 'string' && { fault: details.fault }),
})

/** Whatever a call threw as one of our faults: names that lead nowhere, silence, a certificate, a broken network. */
export function asCallFault(thrown: unknown, url: string): AppError {
  if (thrown instanceof AppError) return thrown
  const { name, code } = namesOf(thrown)
  if (NO_ADDRESS.has(code)) return callFault('no-address', { host: hostOf(url) }, thrown)
  if (name === 'TimeoutError' || SLOW.test(code)) return callFault('too-slow', {}, thrown)
  if (CERTIFICATE.test(code)) return callFault('bad-certificate', { reason: code }, thrown)
  return callFault('unreachable', { reason: code || name }, thrown)
}

function namesOf(thrown: unknown): { name: string; code: string } {
  if (!(thrown instanceof Error)) return { name: String(thrown), code: '' }
  return { name: thrown.name, code: 'code' in thrown ? String(thrown.code) : '' }
}

const hostOf = (url: string) => (URL.canParse(url) ? new URL(url).hostname : url)
