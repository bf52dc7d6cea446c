import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AppError } from '@relance/core/error/app-error'
import type { Graph } from '@relance/core/graph/graph'
import type { Language } from '@relance/core/words/language'
import { parse } from 'yaml'
import { expandGraph } from './scenario/expand-graph'
import { type ScenarioFile, scenarioFile } from './scenario/scenario-file'

const folder = fileURLToPath(new URL('../scenarios/', import.meta.url))

/**
 * A scenario that comes with the product, its graph's names in one language. In the graph,
 * `config.template` is the key of a shipped mail and `config.offer` the key of one of `offers`:
 * whoever makes a flow of it puts the workspace's ids in their place.
 */
export interface ScenarioTemplate extends Omit<ScenarioFile, 'nodes'> {
  graph: Graph
}

/** Reads a scenario file's text. Throws AppError `internal` naming the file and the fault. */
export function readScenario(text: string, file: string): ScenarioFile {
  const parsed = scenarioFile.safeParse(parse(text))
  if (parsed.success && `${parsed.data.key}.yaml` === file) return parsed.data
  const [issue] = parsed.error?.issues ?? []
  const fault = issue ? `${issue.path.join('.')}: ${issue.message}` : 'its key is not its name'
  throw new AppError('internal', `The scenario ${file} is wrong: ${fault}.`)
}

async function readScenarios(): Promise<ScenarioFile[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(
    files.map(async (file) => readScenario(await readFile(folder + file, 'utf8'), file)),
  )
}

const inLanguage = (files: ScenarioFile[], language: Language): ScenarioTemplate[] =>
  files.map(({ nodes, ...rest }) => ({ ...rest, graph: expandGraph(nodes, language) }))

let templates: Promise<Record<Language, ScenarioTemplate[]>> | undefined

/** The scenarios that come with the product, by key; read from disk once. */
export async function loadScenarios(language: Language): Promise<ScenarioTemplate[]> {
  templates ??= readScenarios().then((files) => ({
    en: inLanguage(files, 'en'),
    fr: inLanguage(files, 'fr'),
  }))
  return (await templates)[language]
}
