import { readFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'

/**
 * A shipped MJML file with its `<mj-include path="…" />` replaced by the files they name
 * (paths from the file's own folder, blocks may include blocks), indented alike, so that a
 * workspace's copy stands alone.
 */
export async function expandIncludes(path: string): Promise<string> {
  const lines = (await readFile(path, 'utf8')).trimEnd().split('\n')
  const expanded = await Promise.all(
    lines.map(async (line) => {
      const [, indent, included] = line.match(/^(\s*)<mj-include path="([^"]+)" \/>$/) ?? []
      if (indent === undefined || !included) return line
      const block = await expandIncludes(resolve(dirname(path), included))
      return block.trimEnd().replace(/^(?=.)/gm, indent)
    }),
  )
  return `${expanded.join('\n')}\n`
}
