import { pathToFileURL } from 'node:url'
import { buildPrograms } from './build-programs.mjs'
import { checkNode } from './check-node.mjs'
import { install } from './install.mjs'

/**
 * Runs a TypeScript entry of the checkout in this very process, installed and bundled first. One process means that a
 * signal needs no forwarding; bundled, that nothing which compiles stays in its memory.
 */
export async function runProgram(entry) {
  checkNode()
  install()
  process.setSourceMapsEnabled(true)
  const [file] = await buildPrograms(entry)
  await import(pathToFileURL(file).href)
}
