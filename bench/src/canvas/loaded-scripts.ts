import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** Kilobytes of JavaScript that the page asks for while `work` runs, compressed as a server sends it. */
export async function loadedScripts(page: Page, work: () => Promise<unknown>): Promise<number> {
  const asked = new Set<string>()
  const listen = (request: { url: () => string }) => {
    if (new URL(request.url()).pathname.endsWith('.js')) asked.add(request.url())
  }
  page.on('request', listen)
  await work()
  page.off('request', listen)
  const sizes = await Promise.all(
    [...asked].map(async (url) => {
      const body = await (await fetch(url)).arrayBuffer()
      return gzipSync(new Uint8Array(body)).length
    }),
  )
  return sizes.reduce((sum, size) => sum + size, 0) / 1024
}
