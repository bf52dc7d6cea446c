import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '@relance/core/id/ids'
import { connect } from '@relance/db/connection/connect'
import type { Scope } from '@relance/db/connection/scope'
import { createKey } from '@relance/db/key/create-key'
import { testDatabase } from '@relance/db/testing/test-database'
import { createOrganisation } from '@relance/db/workspace/create-organisation'
import { createWorkspace } from '@relance/db/workspace/create-workspace'
import { createApp } from '../app'
import { createAuth } from '../auth/auth'
import { DraftRooms } from '../draft-room/draft-rooms'
import { Watch } from '../health/watch'
import { localStore } from '../images/local-store'
import { createLog } from '../log'
import { Tracker } from '../track/tracker'
import { mailRoute } from './mail-route'

const url = 'http://localhost:3000'

/** A workspace of a test with its keys. */
export interface TestWorkspace {
  scope: Scope
  apiKey: string
  writeKey: string
}

/** The app on a database of its own. @param how `dnsServer`: the resolver it asks about domains */
export async function testApp({ dnsServer }: { dnsServer?: string } = {}) {
  const database = await testDatabase()
  const sql = connect(database.url, { max: 6 })
  const mailed: { email: string; url: string }[] = []
  const auth = await createAuth({ sql, url, sendLink: async (link) => void mailed.push(link) })
  const log = createLog('silent')
  const folder = await mkdtemp(join(tmpdir(), 'relance-images-'))
  const services = {
    sql,
    auth,
    log,
    tracker: new Tracker(sql, log),
    rooms: new DraftRooms(sql, log),
    url,
    inboxUrl: null,
    temporalAddress: null,
    watch: new Watch(sql),
    metricsToken: null,
    images: localStore(join(folder, 'images')),
    mailRoute,
    dnsServer,
    providerSecrets: {},
  }
  const app = createApp(services)
  const { internalAdapter } = await auth.$context
  const owner = await internalAdapter.createUser(
    { email: 'owner@shop.example', name: 'Owner', emailVerified: true },
    { method: 'test' },
  )
  const organisationId = await createOrganisation(sql, { name: 'Shop', ownerId: owner.id })

  const workspace = async ({ now }: { now?: Date } = {}): Promise<TestWorkspace> => {
    const clock = now && { now }
    const scope = await createWorkspace(sql, { organisationId, name: `Shop ${newId()}`, clock })
    const api = await createKey(scope, { kind: 'api', name: 'API', canCreateWorkspaces: true })
    const write = await createKey(scope, { kind: 'write', name: 'Site' })
    return { scope, apiKey: api.key, writeKey: write.key }
  }

  /** Asks the app as a script would, with an API key and JSON. */
  const ask = async (
    key: string,
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const response = await app.request(path, {
      method,
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: isJson ? JSON.parse(text) : null,
    }
  }

  const close = async () => {
    await sql.end()
    await rm(folder, { recursive: true })
    await database.drop()
  }
  return { app, services, sql, auth, owner, mailed, workspace, ask, close, database }
}

export type TestApp = Awaited<ReturnType<typeof testApp>>
