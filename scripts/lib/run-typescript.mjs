import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { checkNode } from './check-node.mjs'
import { install } from './install.mjs'
import { root } from './root.mjs'

/**
 * Runs a TypeScript file of the checkout in this very process, installing what it needs first.
 * One process means that a signal needs no forwarding.
 */
export async function runTypescript(file) {
  checkNode()
  install()
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(join(root, file)).href)
}
