import type { Scope } from '@relance/db/connection/scope'
import { setMember } from '@relance/db/member/members'
import type { Role } from '@relance/db/workspace/workspaces-of-user'
import { issueSignInLink } from '../auth/auth'
import type { TestApp } from './test-app'

/** Somebody of a role in a workspace, signed in as people are, who asks as the app does. */
export async function signedIn(t: TestApp, scope: Scope, role: Role, name: string = role) {
  const { internalAdapter } = await t.auth.$context
  const user = await internalAdapter.createUser(
    { email: `${name.toLowerCase()}@shop.example`, name, emailVerified: true },
    { method: 'test' },
  )
  await setMember(scope, user.id, role)
  const link = (await issueSignInLink(t.auth, user.email)).replace('http://localhost:3000', '')
  const cookie = ((await t.app.request(link)).headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const headers = {
    ...{ cookie, 'relance-workspace': scope.workspaceId },
    'content-type': 'application/json',
  }
  return {
    ask: async (method: string, path: string, body?: unknown) => {
      const sent = body !== undefined && { body: JSON.stringify(body) }
      const response = await t.app.request(path, { method, headers, ...sent })
      const text = await response.text()
      return { status: response.status, json: text ? JSON.parse(text) : null }
    },
  }
}
