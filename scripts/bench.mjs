import { runTypescript } from './lib/run-typescript.mjs'

// The parts see their own names, as if Node had been given the file.
await runTypescript('bench/src/main.ts')
