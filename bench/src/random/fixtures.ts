import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Story } from '../model/story'

const FOLDER = fileURLToPath(new URL('./fixtures/', import.meta.url))

/** Stories about which engine and model once disagreed, with what a customer would have seen. */
export interface Fixture {
  name: string
  says: string
  story: Story
}

/** All of them, by name. */
export const fixtures = (): Fixture[] =>
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const kept = JSON.parse(readFileSync(FOLDER + file, 'utf8')) as Omit<Fixture, 'name'>
      return { name: file.replace('.json', ''), ...kept }
    })

/** Keeps a story for ever; where it lies. */
export function keepFixture({ name, ...kept }: Fixture): string {
  const file = `${FOLDER}${name}.json`
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`)
  return file
}
