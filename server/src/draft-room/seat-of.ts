import { writeHeaded } from '@relance/core/draft/frames'
import { AppError } from '@relance/core/error/app-error'
import { newId } from '@relance/core/id/ids'
import { languageOf } from '@relance/core/words/language'
import type { Context } from 'hono'
import type { WSContext } from 'hono/ws'
import type { WebSocket } from 'ws'
import { workspaceNamed } from '../auth/authenticate'
import { mayDo } from '../auth/permissions'
import { whoAsks } from '../auth/who-asks'
import type { AppEnv } from '../http/context'
import { saidIn } from '../http/error-words'
import type { Seat } from './seat'

/** What may lie unsent for a window that reads too slowly; then it has to come again. */
const MOST_UNSENT_BYTES = 32 * 1024 * 1024
const OPEN = 1

export type Socket = WSContext<WebSocket>

/** The seat of a window that was let in, over its socket. */
export function seatOf(c: Context<AppEnv>, socket: Socket): Seat {
  const { principal, scope } = c.var
  const language = languageOf(c.req.query('language') ?? '') ?? c.get('language')
  const services = c.get('services')
  const [headers, workspace] = [c.req.raw.headers, workspaceNamed(c)]
  const raw = socket.raw
  let answered = true
  raw?.on('pong', () => {
    answered = true
  })
  const send = (data: string | Uint8Array<ArrayBuffer>) => {
    if (socket.readyState !== OPEN) return
    if ((raw?.bufferedAmount ?? 0) > MOST_UNSENT_BYTES) raw?.terminate()
    else socket.send(data)
  }
  const user = principal.kind === 'user' ? principal.user : null
  return {
    id: newId(),
    who: user?.id ?? null,
    name: user?.name || user?.email.split('@')[0] || '',
    scope,
    mayDraw: principal.role !== null && mayDo(principal.role, 'draw', 'flow'),
    place: { step: null, isEditing: false },
    isSeated: false,
    tell: (message) => {
      const said = message.type === 'refused' && { message: saidIn(language, message.message) }
      send(JSON.stringify({ ...message, ...said }))
    },
    hand: (head, update) => send(writeHeaded(head, update)),
    close: (code) => socket.close(code),
    isAlive: () => {
      const alive = answered
      answered = false
      raw?.ping()
      return alive
    },
    mayDrawNow: async () => {
      const role = await whoAsks(services, headers, workspace).then(
        (asker) => asker.principal.role,
        (error: unknown) => {
          if (error instanceof AppError) return null
          throw error
        },
      )
      return role && mayDo(role, 'see', 'flow') ? mayDo(role, 'draw', 'flow') : null
    },
  }
}
