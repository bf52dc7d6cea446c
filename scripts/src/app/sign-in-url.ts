import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const credentials = z.object({ signInUrl: z.string().optional() })

export const credentialsPath = (dataDir: string) => join(dataDir, 'credentials.json')

/** The owner's sign-in link, from the file that the server writes before it is healthy. */
export async function signInUrl(dataDir: string): Promise<string | undefined> {
  const text = await readFile(credentialsPath(dataDir), 'utf8').catch((error) => {
    // Another server, elsewhere, may have made the first workspace of this database.
    if (error.code === 'ENOENT') return '{}'
    throw error
  })
  return credentials.parse(JSON.parse(text)).signInUrl
}
