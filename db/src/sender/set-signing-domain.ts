import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'

/** Keeps for which domain of the workspace our key was found: its mails are signed. Null: for none. */
export const setSigningDomain = (scope: Scope, domain: string | null): Promise<void> =>
  inTransaction(
    scope,
    async (tx) =>
      void (await tx.sql`
        update workspaces set settings = settings || ${JSON.stringify({ signingDomain: domain })}::jsonb
        where id = ${tx.workspaceId} and settings ->> 'signingDomain' is distinct from ${domain}`),
  )
