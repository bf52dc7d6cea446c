import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const entry = fileURLToPath(new URL('../../browser/relance.ts', import.meta.url))
const HASH_LENGTH = 12

/** The browser script as it is served, and the hash of its text. */
export interface SiteScript {
  text: string
  hash: string
}

/** Bundles the browser script (server/browser) into one small file for browsers from 2018 on. */
export async function buildSiteScript(): Promise<SiteScript> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2018',
  })
  const text = outputFiles[0]?.text ?? ''
  const hash = createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH)
  return { text, hash }
}
