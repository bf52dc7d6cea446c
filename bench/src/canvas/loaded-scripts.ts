import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

const asked = `performance.getEntriesByType('resource')
  .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
  .map(({ name, startTime }) => ({ name, isFirst: startTime <= window.meter.drawnAt }))`

async function compressedKb(urls: Iterable<string>): Promise<number> {
  const sizes = await Promise.all(
    [...new Set(urls)].map(async (url) => {
      const body = await (await fetch(url)).arrayBuffer()
      return gzipSync(new Uint8Array(body)).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}

/** Kilobytes of JavaScript that an opened page asked for until its first step was drawn, and since; as a server sends it. */
export async function loadedScripts(page: Page): Promise<{ first: number; since: number }> {
  const scripts = await page.evaluate<{ name: string; isFirst: boolean }[]>(asked)
  const first = new Set(scripts.flatMap(({ name, isFirst }) => (isFirst ? [name] : [])))
  const since = scripts.flatMap(({ name }) => (first.has(name) ? [] : [name]))
  return { first: await compressedKb(first), since: await compressedKb(since) }
}
