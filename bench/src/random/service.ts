import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A web server that says yes at one address and no at another, for the webhooks of stories. */
export interface Service {
  url: { yes: string; no: string }
  close(): Promise<void>
}

export async function startService(): Promise<Service> {
  const server = createServer((request, response) => {
    request.resume().on('end', () => {
      response.statusCode = request.url === '/yes' ? 200 : 404
      response.end('{}')
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const { port } = server.address() as AddressInfo
  const base = `http://127.0.0.1:${port}`
  return {
    url: { yes: `${base}/yes`, no: `${base}/no` },
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}
