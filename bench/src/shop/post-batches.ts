import { Agent, request } from 'node:http'
import { AppError } from '@relance/core/error/app-error'
import type { Shop } from './make-shop'

/** Segment's clients send up to this many at once. */
export const BATCH = 100

/** When the first and the last batch was answered, in epoch milliseconds. */
export interface Posted {
  firstAt: number
  lastAt: number
}

/**
 * Sends events to `/v1/batch`, a hundred at a time, `width` requests at once. The bodies are written before the
 * first is sent, so that what is timed is the server.
 * @throws AppError internal when a batch is not taken whole
 */
export async function postBatches(
  { url }: { url: string },
  { writeKey }: Pick<Shop, 'writeKey'>,
  events: object[],
  width = 4,
): Promise<Posted> {
  const waiting: { body: string; count: number }[] = []
  for (let i = 0; i < events.length; i += BATCH) {
    const batch = events.slice(i, i + BATCH)
    waiting.push({ body: JSON.stringify({ batch }), count: batch.length })
  }
  waiting.reverse()
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  const headers = {
    authorization: `Basic ${Buffer.from(`${writeKey}:`).toString('base64')}`,
    'content-type': 'application/json',
  }
  const posted = { firstAt: 0, lastAt: 0 }
  const lane = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const answer = await post(`${url}/v1/batch`, next.body, headers, agent)
      posted.lastAt = Date.now()
      posted.firstAt ||= posted.lastAt
      if (!answer.includes(`"taken":${next.count},`))
        throw new AppError('internal', `A batch was not taken whole: ${answer}`)
    }
  }
  try {
    await Promise.all(Array.from({ length: width }, lane))
  } finally {
    agent.destroy()
  }
  return posted
}

function post(url: string, body: string, headers: Record<string, string>, agent: Agent) {
  return new Promise<string>((resolve, reject) => {
    const asked = request(url, { method: 'POST', headers, agent }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve(text))
      response.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
