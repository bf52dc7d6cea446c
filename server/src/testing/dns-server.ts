import { createSocket } from 'node:dgram'
import { decode, encode } from 'dns-packet'

/** What a domain says of itself, by name: texts, or mail servers. */
export interface Zone {
  txt?: Record<string, string[]>
  mx?: Record<string, string[]>
}

/** A resolver on a local port that knows one zone, which a test may change. */
export async function startDnsServer(zone: Zone) {
  const socket = createSocket('udp4')
  socket.on('message', (message, { port, address }) => {
    const asked = decode(message)
    const [question] = asked.questions ?? []
    const name = question?.name ?? ''
    const texts = question?.type === 'TXT' ? (zone.txt?.[name] ?? []) : []
    const servers = question?.type === 'MX' ? (zone.mx?.[name] ?? []) : []
    const answers = [
      // A text longer than 255 bytes travels in pieces.
      ...texts.map((text) => ({ type: 'TXT' as const, name, data: text.match(/.{1,255}/g) ?? [] })),
      ...servers.map((exchange) => ({
        type: 'MX' as const,
        name,
        data: { preference: 10, exchange },
      })),
    ]
    socket.send(
      encode({ type: 'response', id: asked.id, flags: 0, questions: asked.questions, answers }),
      port,
      address,
    )
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', () => resolve()))
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => new Promise<void>((resolve) => socket.close(() => resolve())),
  }
}
