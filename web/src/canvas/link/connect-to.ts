/** A connection, as far as it is used. */
export interface Socket {
  send: (data: string | Uint8Array<ArrayBuffer>) => void
  close: () => void
}

/** What is heard of a connection: at most one `open`, messages, one `close`. */
export interface Heard {
  open: () => void
  /** A text, or an ArrayBuffer. */
  message: (data: unknown) => void
  close: (code: number) => void
}

/** Connects to an address; a connection that cannot be made closes. */
export function connectTo(address: URL, heard: Heard): Socket {
  const socket = new WebSocket(address)
  socket.binaryType = 'arraybuffer'
  socket.onopen = () => heard.open()
  socket.onmessage = ({ data }) => heard.message(data)
  socket.onclose = ({ code }) => heard.close(code)
  return { send: (data) => socket.send(data), close: () => socket.close() }
}
