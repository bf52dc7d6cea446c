import { expect } from '@playwright/test'
import { address } from './inbox'
import { publishTemplate, type Relance, testWorkspace } from './relance'
import { withSegment } from './segment'

/** A regular buyer who has ordered twice in the last months, in a workspace where the scenario is live. */
export async function regularBuyer(
  name: string,
): Promise<{ relance: Relance; flowId: string; email: string }> {
  const relance = await testWorkspace(`declining, ${name}`, '2026-03-02T10:00:00Z')
  const email = address(name)
  await withSegment(relance, (analytics) => {
    const traits = { email, firstName: 'Claire', locale: 'fr', consent: { email: true } }
    analytics.identify({ userId: name, traits, timestamp: new Date('2025-10-01T10:00:00Z') })
    for (const [order_id, at] of [
      ['o-1', '2025-10-01T10:00:00Z'],
      ['o-2', '2026-01-14T10:00:00Z'],
    ] as const) {
      const properties = {
        order_id,
        revenue: 80,
        products: [{ product_id: 'p-1', category: 'portrait', price: 80 }],
      }
      analytics.track({
        userId: name,
        event: 'Order Completed',
        properties,
        timestamp: new Date(at),
      })
    }
  })
  const flowId = await publishTemplate(relance, 'declining-activity', 'fr')
  return { relance, flowId, email }
}

/** A visit to these sections of the shop at an instant. */
export const visit = (relance: Relance, userId: string, at: string, sections: string[]) =>
  withSegment(relance, (analytics) => {
    for (const section of sections) {
      const properties = { path: `/${section}`, section }
      analytics.page({ userId, name: section, properties, timestamp: new Date(at) })
    }
  })

/** What a mail program does when the reader clicks its main button. */
export const clickButton = async (html: string) => {
  const link = [...html.matchAll(/href="([^"]+\/r\/[^"]+)"/g)].map(([, url]) =>
    url?.replaceAll('&amp;', '&'),
  )[0]
  if (!link) throw new Error('the mail has no tracked link')
  const answer = await fetch(link, { redirect: 'manual' })
  expect(answer.status).toBe(302)
}

/** What it does when the mail is opened. */
export const openMail = async (html: string) => {
  const pixel = html.match(/src="([^"]+\/o\/[^"]+)"/)?.[1]?.replaceAll('&amp;', '&')
  if (!pixel) throw new Error('the mail has no pixel')
  expect((await fetch(pixel)).status).toBe(200)
}
