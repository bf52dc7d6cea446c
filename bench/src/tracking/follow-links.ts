import { once } from 'node:events'
import { createConnection, type Socket } from 'node:net'
import { AppError } from '@relance/core/error/app-error'

/** What came of following many links. */
export interface Followed {
  /** From the first request to the last answer. */
  seconds: number
  /** Of each request, in milliseconds. */
  took: number[]
  /** Answers by status. */
  statuses: Map<number, number>
}

/** What a browser that shows a mail says. */
const AGENT = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36'

/**
 * Follows each link once, `width` at a time over connections that stay open, and goes no further than the answer. By hand
 * on plain sockets: Node's own client takes as much processor as what it measures, and there are two cores for all.
 * @param urls all of one server
 */
export async function followLinks(urls: string[], width: number): Promise<Followed> {
  const followed: Followed = { seconds: 0, took: [], statuses: new Map() }
  const waiting = urls.values()
  const beganAt = performance.now()
  const lane = async () => {
    const { hostname, port } = new URL(urls[0] ?? '')
    const socket = createConnection({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    for (const url of waiting) {
      const askedAt = performance.now()
      const status = await follow(socket, new URL(url))
      followed.took.push(performance.now() - askedAt)
      followed.statuses.set(status, (followed.statuses.get(status) ?? 0) + 1)
    }
    socket.destroy()
  }
  await Promise.all(Array.from({ length: width }, lane))
  followed.seconds = (performance.now() - beganAt) / 1000
  return followed
}

/** One request and the status of its answer. Throws AppError unavailable when the connection ends. */
async function follow(socket: Socket, { host, pathname }: URL): Promise<number> {
  socket.write(`GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: ${AGENT}\r\n\r\n`)
  const gone = new AbortController()
  const ends = () => gone.abort(new AppError('unavailable', 'The server has hung up.'))
  socket.once('close', ends)
  try {
    let answer = ''
    while (!isWhole(answer)) {
      const [data] = await once(socket, 'data', { signal: gone.signal })
      answer += data.toString('latin1')
    }
    return Number(answer.slice(9, 12))
  } finally {
    socket.off('close', ends)
  }
}

function isWhole(answer: string): boolean {
  const end = answer.indexOf('\r\n\r\n')
  if (end < 0) return false
  const length = /^content-length: *(\d+)/im.exec(answer.slice(0, end))?.[1]
  if (length !== undefined) return answer.length >= end + 4 + Number(length)
  return answer.endsWith('\r\n0\r\n\r\n') || !/^transfer-encoding: *chunked/im.test(answer)
}
