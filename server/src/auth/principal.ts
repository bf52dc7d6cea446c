import type { Role } from '@relance/db/workspace/workspaces-of-user'

export interface SignedInUser {
  id: string
  name: string
  email: string
  language: string
}

/** Who asks. A key acts as owner of its workspace. */
export type Principal =
  | { kind: 'key'; keyId: string; canCreateWorkspaces: boolean; role: 'owner' }
  | { kind: 'user'; user: SignedInUser; role: Role | null }
