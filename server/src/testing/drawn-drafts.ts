import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { newId } from '@relance/core/id/ids'
import { setMember } from '@relance/db/member/members'
import { createApp } from '../app'
import { issueSignInLink } from '../auth/auth'
import { DraftRooms } from '../draft-room/draft-rooms'
import { draftSockets } from '../draft-room/draft-sockets'
import { DraftWindow } from './draft-window'
import { type TestApp, testApp } from './test-app'

/** One server process of several over the same database. */
export interface Served {
  port: number
  rooms: DraftRooms
  stop: () => Promise<void>
}

/** Starts one more process. The caller stops it. */
export async function serveDrafts(t: TestApp): Promise<Served> {
  const rooms = new DraftRooms(t.sql, t.services.log)
  const stopRooms = await rooms.start()
  const { fetch } = createApp({ ...t.services, rooms })
  const server = await new Promise<ReturnType<typeof createServer>>((resolve) => {
    const started = serve(
      { fetch, port: 0, createServer, websocket: { server: draftSockets() } },
      () => resolve(started as ReturnType<typeof createServer>),
    )
  })
  const { port } = server.address() as AddressInfo
  const stop = async () => {
    await stopRooms()
    await new Promise((resolve) => server.close(resolve))
  }
  return { port, rooms, stop }
}

/** A shop whose drafts are drawn by several people, at two server processes over one database. */
export async function drawnDrafts() {
  const t = await testApp()
  const shop = await t.workspace()
  const first = await serveDrafts(t)
  const second = await serveDrafts(t)

  const node = (id: string, config = {}) => ({ id, type: 'wait-duration', version: 1, config })

  async function newFlow(steps = ['one', 'two'], of = shop) {
    const graph = { nodes: steps.map((id) => node(id, { for: 'P1D' })), edges: [] }
    const { json } = await t.ask(of.apiKey, 'POST', '/api/flows', { name: 'Drawn', graph })
    return json.id as string
  }

  const window = (flowId: string, at = first, headers: Record<string, string> = {}, query = '') =>
    new DraftWindow(`ws://localhost:${at.port}/api/flows/${flowId}/draft/live${query}`, {
      authorization: `Bearer ${shop.apiKey}`,
      ...headers,
    })

  async function opened(flowId: string, at = first) {
    const made = window(flowId, at)
    await made.open()
    return made
  }

  const draft = async (flowId: string) =>
    (await t.ask(shop.apiKey, 'GET', `/api/flows/${flowId}/draft`)).json
  const stored = async (flowId: string, step: string) =>
    (await draft(flowId)).graph.nodes.find(({ id }: { id: string }) => id === step)?.config.for

  /** A member's cookie, as the browser sends it. */
  async function cookieOf(name: string, role: 'viewer' | 'editor') {
    const { internalAdapter } = await t.auth.$context
    const email = `${name}-${newId()}@shop.example`
    const user = await internalAdapter.createUser(
      { email, name, emailVerified: true },
      { method: 'test' },
    )
    await setMember(shop.scope, user.id, role)
    const link = (await issueSignInLink(t.auth, email)).replace('http://localhost:3000', '')
    const cookie = ((await t.app.request(link)).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
    return { cookie, userId: user.id }
  }

  const asMember = (flowId: string, cookie: string, at = first) =>
    new DraftWindow(
      `ws://localhost:${at.port}/api/flows/${flowId}/draft/live?workspace=${shop.scope.workspaceId}`,
      { cookie, origin: 'http://localhost:3000' },
    )

  const close = async () => {
    await first.stop()
    await second.stop()
    await t.close()
  }
  const made = { t, shop, first, second, close }
  return { ...made, node, newFlow, window, opened, draft, stored, cookieOf, asMember }
}
