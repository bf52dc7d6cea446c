import { pathToFileURL } from 'node:url'
import { root } from '../root'

const DIE_WITH_PARENT = pathToFileURL(`${root}/scripts/lib/die-with-parent.mjs`).href

/** Node's arguments for a JavaScript or TypeScript entry that must not outlive its supervisor. */
export function ourNodeArgs(entry: string): string[] {
  const typescript = entry.endsWith('.ts') ? ['--import', 'tsx'] : []
  return ['--import', DIE_WITH_PARENT, ...typescript, entry]
}
