import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { Relance } from './relance'

/** Segment's own browser client, whole, as its CDN serves it. */
const analyticsJs = readFileSync(
  createRequire(import.meta.url).resolve('@segment/analytics-next/dist/umd/standalone.js'),
)

const withRelance = ({ url, writeKey }: Relance) => `<script>
  window.relance = window.relance || function () { (relance.q = relance.q || []).push(arguments) }
</script>
<script async src="${url}/relance.js" data-key="${writeKey}"></script>`

const withAnalyticsJs = ({ url, writeKey }: Relance) => `<script>
  window.analytics = []
  analytics._writeKey = '${writeKey}'
  analytics._cdn = '${url}'
  analytics.push(['identify', 'from-analytics', { firstName: 'Ann' }])
  analytics.push(['page', 'Home', { section: 'nature' }])
</script>
<script src="/analytics.js"></script>`

/** A shop of another origin than Relance's; `/with-analytics` has Segment's client, any other page our script. */
export async function openShop(relance: Relance): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://shop').pathname
    if (path === '/analytics.js') {
      response.setHeader('content-type', 'text/javascript')
      response.end(analyticsJs)
      return
    }
    const [section = ''] = path.split('/').filter(Boolean)
    const script = section === 'with-analytics' ? withAnalyticsJs(relance) : withRelance(relance)
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(
      `<!doctype html><title>${section}</title>${script}<body data-relance-section="${section}"><h1>${section}</h1></body>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('the shop has no port')
  return { url: `http://127.0.0.1:${address.port}`, close: () => void server.close() }
}
