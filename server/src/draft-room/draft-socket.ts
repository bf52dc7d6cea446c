import { upgradeWebSocket } from '@hono/node-server'
import { readNumbered } from '@relance/core/draft/frames'
import { closeCode, fromBrowser } from '@relance/core/draft/link-messages'
import { AppError } from '@relance/core/error/app-error'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { z } from 'zod'
import { needs } from '../auth/permissions'
import type { AppEnv } from '../http/context'
import type { DraftRoom } from './draft-room'
import type { Seat } from './seat'
import { type Socket, seatOf } from './seat-of'

/**
 * `GET /api/flows/{flowId}/draft/live`: the draft as a document that several windows change at once. Asked for as any
 * route is (cookie or key, workspace, role); then messages of core/src/draft go both ways.
 */
export const draftSocket = new Hono<AppEnv>().get(
  '/flows/:flowId/draft/live',
  needs('see', 'flow'),
  async (c, next) => {
    // A page elsewhere could open a socket with a visitor's cookie.
    const origin = c.req.header('origin')
    const own = [
      c.get('services').url,
      `http://${c.req.header('host')}`,
      `https://${c.req.header('host')}`,
    ]
    if (origin !== undefined && !own.includes(origin))
      throw new AppError('forbidden', 'Your role in this workspace does not allow that.')
    if (!z.uuid().safeParse(c.req.param('flowId')).success)
      throw new AppError('not-found', 'This scenario does not exist.')
    await next()
  },
  upgradeWebSocket((c: Context<AppEnv>) => {
    let open: { seat: Seat; room: DraftRoom } | null = null
    return {
      onOpen: (_event, socket) => {
        const seat = seatOf(c, socket as Socket)
        open = { seat, room: c.get('services').rooms.enter(seat, c.req.param('flowId') ?? '') }
      },
      onMessage: ({ data }) => {
        if (open) receive(open, data)
      },
      onClose: () => {
        open?.room.leave(open.seat)
        open = null
      },
    }
  }),
  () => {
    throw new AppError('invalid', 'This address is for a WebSocket.')
  },
)

function receive({ seat, room }: { seat: Seat; room: DraftRoom }, data: unknown) {
  if (data instanceof ArrayBuffer) {
    const numbered = readNumbered(new Uint8Array(data))
    if (!numbered) return seat.close(closeCode.refused)
    void room.take(seat, numbered.number, numbered.update)
    return
  }
  const message = fromBrowser.safeParse(jsonOf(String(data)))
  if (!message.success) return seat.close(closeCode.refused)
  if (message.data.type === 'open') void room.open(seat, message.data.have, message.data.since)
  else if (seat.isSeated) room.move(seat, message.data.place)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
