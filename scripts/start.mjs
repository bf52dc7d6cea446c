import { runProgram } from './lib/run-program.mjs'

await runProgram('scripts/src/start.ts')
