import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Scope } from '@relance/db/connection/scope'
import { createKey } from '@relance/db/key/create-key'
import { findKey } from '@relance/db/key/find-key'
import { z } from 'zod'

const FILE = 'credentials.json'

const credentials = z.object({
  url: z.string(),
  apiKey: z.string(),
  writeKey: z.string(),
  workspaceId: z.string(),
  signInUrl: z.string(),
})
export type Credentials = z.infer<typeof credentials>

/**
 * Writes `credentials.json` (0600) for scripts, with a fresh sign-in link. Keys stay the same as long as the file
 * still holds ones that work: the database keeps their hashes only.
 */
export async function writeCredentials(
  dataDir: string,
  scope: Scope,
  { url, signInUrl }: { url: string; signInUrl: string },
): Promise<Credentials> {
  const before = await readCredentials(dataDir)
  const apiKey = await keptKey(scope, before?.apiKey, 'api')
  const writeKey = await keptKey(scope, before?.writeKey, 'write')
  const written = { url, apiKey, writeKey, workspaceId: scope.workspaceId, signInUrl }
  await mkdir(dataDir, { recursive: true })
  const path = join(dataDir, FILE)
  await writeFile(`${path}.new`, `${JSON.stringify(written, null, 2)}\n`, { mode: 0o600 })
  await chmod(`${path}.new`, 0o600)
  await rename(`${path}.new`, path)
  return written
}

async function readCredentials(dataDir: string): Promise<Partial<Credentials> | null> {
  try {
    return credentials.partial().parse(JSON.parse(await readFile(join(dataDir, FILE), 'utf8')))
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT')
      return null
    throw error
  }
}

async function keptKey(
  scope: Scope,
  key: string | undefined,
  kind: 'api' | 'write',
): Promise<string> {
  const found = key ? await findKey(scope.sql, key) : null
  if (key && found?.kind === kind && found.workspaceId === scope.workspaceId) return key
  const name = kind === 'api' ? 'Scripts' : 'Site'
  return (await createKey(scope, { kind, name, canCreateWorkspaces: kind === 'api' })).key
}
