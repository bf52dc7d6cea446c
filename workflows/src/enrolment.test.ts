import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Worker } from '@temporalio/worker'
import pino from 'pino'
import { expect, test } from 'vitest'
import { quietRuntime } from './temporal/quiet-runtime'
import { workflowBundle } from './temporal/workflow-bundle'
import { recordHistories } from './testing/record-histories'

const FOLDER = fileURLToPath(new URL('../histories', import.meta.url))
if (process.env.RELANCE_RECORD_HISTORIES === 'yes') await recordHistories(FOLDER)

interface History {
  events: { eventType: string }[]
}
const readHistory = async (file: string): Promise<History> =>
  JSON.parse(await readFile(`${FOLDER}/${file}`, 'utf8'))

const files = (await readdir(FOLDER)).filter((file) => file.endsWith('.json'))
const replay = async (history: History) => {
  quietRuntime(pino({ level: 'silent' }))
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history)
}

test.each(files)('the workflow still does what it did in %s', async (file) => {
  await replay(await readHistory(file))
})

test('a replay notices a workflow that sleeps where it once called', async () => {
  const [started] = (await readHistory('v1-two-waits.json')).events
  const [, ...called] = (await readHistory('v1-outside-call.json')).events
  await expect(replay({ events: started ? [started, ...called] : [] })).rejects.toThrow(
    'Nondeterminism',
  )
})

test('two waits make a history of 17 events', async () => {
  const { events } = await readHistory('v1-two-waits.json')
  expect(events).toHaveLength(17)
})

test('no history tells whose it is or where it ran', async () => {
  for (const file of files) {
    const text = await readFile(`${FOLDER}/${file}`, 'utf8')
    expect(text).not.toMatch(/"identity"|"stackTrace"|file:|relance_test|ada@/)
    const ids = text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? []
    expect(ids.filter((id) => !id.startsWith('00000000-'))).toEqual([])
  }
})
