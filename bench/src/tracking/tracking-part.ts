import { trackingUrls } from '@relance/core/token/tracking-urls'
import { atLeast, exactly, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'
import { path, step } from '../shop/graphs'
import { makeShop, type Shop } from '../shop/make-shop'
import { makePeople, numbers, reacted, track } from '../shop/people'
import { postBatches } from '../shop/post-batches'
import { type CpuUsed, cpuMeter, cpuRows } from '../system/cpu-meter'
import { type Bench, withSystem } from '../system/with-system'
import { until } from '../until'
import { type Followed, followLinks } from './follow-links'

const PEOPLE = 2_000
const FOLLOWED = 20_000
const WARM_UP = 2_000
/** Connections at once, as in the minutes after a newsletter. */
const WIDTH = 128
const WITHIN_MS = 120_000
const EVENT = 'Bench Began'

/** What comes after a newsletter: everybody opens and clicks at once, while the worker takes it all in. */
export const trackingPart: Part = {
  name: 'tracking',
  about: `${FOLLOWED.toLocaleString('en')} opens, then as many clicks, of ${PEOPLE.toLocaleString('en')} mails, ${WIDTH} at a time`,
  run: (say) =>
    withSystem(say, async (bench) => {
      const shop = await makeShop(bench)
      const links = await sendMails(bench, shop)
      await followLinks(
        links.slice(0, WARM_UP).map(({ open }) => open),
        WIDTH,
      )
      await followLinks(
        links.slice(0, WARM_UP).map(({ click }) => click),
        WIDTH,
      )
      await reacted(bench, shop)
      say('Every mail is sent; they are opened now.')
      const rows: Row[] = []
      for (const kind of ['open', 'click'] as const) {
        const urls = numbers(FOLLOWED).map((n) => links[n % links.length]?.[kind] ?? '')
        const before = await stored(bench, shop)
        const cpu = cpuMeter(bench)
        const followed = await followLinks(urls, WIDTH)
        rows.push(...rowsOf(kind, followed, cpu(), (await stored(bench, shop)) - before))
        await reacted(bench, shop)
      }
      return rows
    }),
}

type Links = { open: string; click: string }

/** One mail to each of the people; what its pixel and its link lead to. */
async function sendMails(bench: Bench, shop: Shop): Promise<Links[]> {
  const { owner, sink, url } = bench
  const { workspaceId } = shop
  const people = numbers(PEOPLE)
  await shop.publish(
    'One mail',
    path(EVENT, [step('mail', 'send-email', { template: shop.templateId })]),
  )
  await makePeople(bench, shop, people)
  await postBatches(
    bench,
    shop,
    people.map((n) => track(n, EVENT)),
  )
  await sink.until(PEOPLE, WITHIN_MS)
  await until('every result is recorded', WITHIN_MS, async () => {
    const [row] = await owner`
      select exists (select 1 from messages where workspace_id = ${workspaceId} and state <> 'sent') as left`
    return row?.left === false
  })
  const rows = await owner<{ id: string; secret: Uint8Array }[]>`
    select m.id, w.secret from messages m join workspaces w on w.id = m.workspace_id where w.id = ${workspaceId}`
  return rows.map(({ id: messageId, secret }) => {
    const urls = trackingUrls(url, secret, { workspaceId, messageId })
    return { open: urls.open, click: urls.click('https://shop.example/new?from=mail') }
  })
}

async function stored({ owner }: Bench, { workspaceId }: Shop): Promise<number> {
  const [row] = await owner<{ n: number }[]>`
    select count(*)::int as n from events where workspace_id = ${workspaceId} and source = 'tracking'`
  return row?.n ?? 0
}

function rowsOf(kind: keyof Links, followed: Followed, cpu: CpuUsed, events: number): Row[] {
  const { took, seconds, statuses } = followed
  const wanted = statuses.get(kind === 'open' ? 200 : 302) ?? 0
  return [
    atLeast(`${kind}s answered`, took.length / seconds, 2_000, '/s'),
    told(`${kind}: median`, percentile(took, 0.5), 'ms'),
    told(`${kind}: slowest hundredth`, percentile(took, 0.99), 'ms'),
    ...cpuRows(cpu, took.length, kind),
    exactly(`${kind}s answered otherwise`, took.length - wanted, 0, ''),
    exactly(`${kind}s that are no event when answered`, took.length - events, 0, ''),
  ]
}
