import { runTypescript } from './lib/run-typescript.mjs'

await runTypescript('scripts/src/pictures.ts')
