import { WebSocketServer } from 'ws'

/** A change of a draft may be this long; one step is some hundred bytes, five thousand pasted at once fit. */
const MESSAGE_BYTES = 4 * 1024 * 1024

/** What turns requests into sockets, for the HTTP server. */
export const draftSockets = () => new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES })
