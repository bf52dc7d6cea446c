import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleWorkflowCode, DefaultLogger, type WorkflowBundle } from '@temporalio/worker'
import { z } from 'zod'
import { sourcesHash } from './sources-hash'

const ENTRY = new URL('../enrolment.ts', import.meta.url)
const kept = z.object({ madeFrom: z.string(), code: z.string() })

let bundle: Promise<WorkflowBundle> | undefined

/**
 * The workflow's code for its sandbox. Making it is half of a worker's start, so it is kept with the installed
 * packages until the workflow, or Temporal's SDK, is another one; where nothing can be written it is made each time.
 */
export const workflowBundle = (): Promise<WorkflowBundle> => (bundle ??= load())

/** @param file where it is kept */
export async function load(
  file = fileURLToPath(new URL('../../node_modules/.cache/workflow-bundle.json', import.meta.url)),
): Promise<WorkflowBundle> {
  const { version } = createRequire(import.meta.url)('@temporalio/worker/package.json')
  const madeFrom = `${version} ${sourcesHash(ENTRY)}`
  const known = read(file)
  if (known?.madeFrom === madeFrom) return { code: known.code }
  const { code } = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(ENTRY),
    logger: new DefaultLogger('ERROR'),
  })
  keep(file, { madeFrom, code })
  return { code }
}

function read(file: string): z.infer<typeof kept> | undefined {
  try {
    return kept.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // Not there yet, or half of a disk: it is made anew.
    return undefined
  }
}

function keep(file: string, bundle: z.infer<typeof kept>): void {
  const written = `${file}.${process.pid}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(written, JSON.stringify(bundle))
    // At once whole: other workers start at the same moment.
    renameSync(written, file)
  } catch {
    // A folder that cannot be written to costs each start a second, and nothing else.
  }
}
