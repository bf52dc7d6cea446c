import { runProgram } from './lib/run-program.mjs'

const file = process.argv[2]
if (!file) {
  console.error('Usage: node scripts/run.mjs <file.ts>')
  process.exit(1)
}
// The entry sees its own arguments, as if Node had been given the file.
process.argv.splice(1, 1)
await runProgram(file)
