import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A request as it came. */
export interface ApiRequest {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

interface ApiReply {
  status: number
  headers?: Record<string, string>
  body?: unknown
}

/** A local HTTP server that answers as `reply` says; `cut` breaks the connection after the request was read. */
export async function startFakeApi(reply: () => ApiReply | 'cut') {
  const taken: ApiRequest[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const { method = '', url = '', headers } = request
    taken.push({ method, path: url, headers, body: Buffer.concat(chunks).toString() })
    const said = reply()
    if (said === 'cut') return void request.socket.destroy()
    response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers })
    response.end(said.body === undefined ? '' : JSON.stringify(said.body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const { port } = server.address() as AddressInfo
  return {
    endpoint: `http://127.0.0.1:${port}`,
    taken,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
