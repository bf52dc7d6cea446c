import { Agent, get } from 'node:http'

/** What came of following many links. */
export interface Followed {
  /** From the first request to the last answer. */
  seconds: number
  /** Of each request, in milliseconds. */
  took: number[]
  /** Answers by status. */
  statuses: Map<number, number>
}

/** As a browser that shows a mail says. */
const headers = {
  'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36',
}

/** Follows each link once, `width` at a time over connections that stay open, and goes no further than the answer. */
export async function followLinks(urls: string[], width: number): Promise<Followed> {
  const agent = new Agent({ keepAlive: true, maxSockets: width })
  const followed: Followed = { seconds: 0, took: [], statuses: new Map() }
  const waiting = urls.values()
  const beganAt = performance.now()
  const lane = async () => {
    for (const url of waiting) {
      const askedAt = performance.now()
      const status = await follow(url, agent)
      followed.took.push(performance.now() - askedAt)
      followed.statuses.set(status, (followed.statuses.get(status) ?? 0) + 1)
    }
  }
  try {
    await Promise.all(Array.from({ length: width }, lane))
  } finally {
    agent.destroy()
  }
  followed.seconds = (performance.now() - beganAt) / 1000
  return followed
}

const follow = (url: string, agent: Agent): Promise<number> =>
  new Promise((resolve, reject) => {
    const asked = get(url, { agent, headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
      response.on('error', reject)
    })
    asked.on('error', reject)
  })
