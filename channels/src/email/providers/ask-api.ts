import type { Delivery } from '../../kit/delivery'

/** After this long a request is given up, whatever the provider is doing; milliseconds. */
const DEADLINE_MS = 60_000

/** Failures to connect: nothing was handed over. */
const UNREACHED = new Set([
  ...['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'],
  ...['UND_ERR_CONNECT_TIMEOUT', 'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED'],
  ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN'],
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
])

/** What a provider answered: the HTTP status, and its JSON, or null where that was none. */
export interface ApiAnswer {
  status: number
  body: unknown
  headers: Headers
}

/**
 * Hands a request to a provider and asks `judge` what its answer means. A request that reached nobody is `unavailable`;
 * one that was cut, or timed out, may have been taken.
 * @param judge of an answer; undefined where only the HTTP status says something
 */
export async function askApi(
  request: Request,
  judge: (answer: ApiAnswer) => Delivery | undefined,
): Promise<Delivery> {
  let answer: ApiAnswer
  try {
    const response = await fetch(request, {
      redirect: 'error',
      signal: AbortSignal.timeout(DEADLINE_MS),
    })
    answer = {
      status: response.status,
      body: await readJson(response),
      headers: response.headers,
    }
  } catch (error) {
    const code = codeOf(error)
    const why = UNREACHED.has(code) ? 'unavailable' : 'unsure'
    return { result: 'retry', why, code, reason: String(error) }
  }
  return judge(answer) ?? byStatus(answer)
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text()
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'EUNKNOWN'
  if (error.name === 'TimeoutError') return 'ETIMEDOUT'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'EUNKNOWN'
}

/** Statuses after which a gateway may have handed the request on all the same. */
const UNSURE = new Set([500, 502, 504, 520, 522, 524])

/** What an HTTP status says by itself: of 4xx, that something of our account or request is wrong, or too much. */
function byStatus({ status, body }: ApiAnswer): Delivery {
  const code = `http-${status}`
  if (status >= 200 && status < 300) return { result: 'sent', response: `HTTP ${status}` }
  const reason = body === null ? code : JSON.stringify(body).slice(0, 500)
  return { result: 'retry', why: UNSURE.has(status) ? 'unsure' : 'unavailable', code, reason }
}
