import { spawnSync } from 'node:child_process'
import { checkNode } from './lib/check-node.mjs'
import { install } from './lib/install.mjs'
import { root } from './lib/root.mjs'

const steps = [
  ['types', 'npx', ['tsc', '-p', 'tsconfig.json']],
  ['lint', 'npx', ['biome', 'check', '--error-on-warnings', '.']],
  ['tests', process.execPath, ['scripts/test.mjs']],
]

checkNode()
install()
const failed = []
for (const [name, command, args] of steps) {
  console.log(`\n— ${name}`)
  const shell = process.platform === 'win32'
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell })
  if (status !== 0) failed.push(name)
}
console.log(failed.length ? `\nFailed: ${failed.join(', ')}` : '\nTypes, lint and tests are fine.')
process.exit(failed.length ? 1 : 0)
