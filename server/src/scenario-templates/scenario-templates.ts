import { createRoute, z } from '@hono/zod-openapi'
import { graph } from '@relance/core/graph/graph'
import { loadMails } from '@relance/templates/load-mails'
import { loadScenarios } from '@relance/templates/load-scenarios'
import type { ScenarioNeeds } from '@relance/templates/scenario/scenario-file'
import { needs } from '../auth/permissions'
import { routes } from '../http/routes'
import { answer, json, pageOf } from '../http/schemas'
import { type MissingData, readyNeeds } from './ready-needs'

const template = z
  .object({
    key: z.string(),
    version: z.int(),
    name: z.string(),
    about: z.string(),
    needs: z.object({
      events: z.array(z.string()),
      mails: z.array(z.string()),
      offers: z.array(z.string()),
      data: z.array(z.string()),
      products: z.array(z.string()),
    }),
    mails: z
      .array(z.object({ key: z.string(), name: z.string(), about: z.string() }))
      .openapi({ description: 'Those it sends, in the reader’s language' }),
    offers: z.array(
      z.object({ key: z.string(), name: z.string(), valueCents: z.int(), currency: z.string() }),
    ),
    ready: z.record(z.string(), z.boolean()),
    missing: z
      .array(z.object({ need: z.string(), missing: z.int(), of: z.int() }))
      .openapi({ description: 'What some customers or products have and others lack' }),
    graph,
    settings: json,
  })
  .openapi('ScenarioTemplate')

const route = createRoute({
  method: 'get',
  path: '/scenario-templates',
  tags: ['Flows'],
  summary: 'The scenarios that come with Relance, and whether the workspace has what each needs',
  middleware: needs('see', 'flow'),
  responses: { 200: answer(pageOf(template), 'In the reader’s language') },
})

/** As `product.complements`. */
const PRODUCT = 'product.'

const countedNeeds = ({ data, products }: ScenarioNeeds, counted: MissingData[]) =>
  counted.filter(({ need }) =>
    [...data, ...products.map((field) => `${PRODUCT}${field}`)].includes(need),
  )

export const scenarioTemplates = routes().openapi(route, async (c) => {
  const language = c.get('language')
  const [scenarios, mails] = await Promise.all([loadScenarios(language), loadMails()])
  const shipped = new Set(mails.map(({ key }) => key))
  const has = await readyNeeds(c.get('scope'))
  const items = scenarios.map(
    ({ key, version, name, about, needs: needed, offers, graph: drawn, settings }) => ({
      key,
      version,
      name: name[language],
      about: about[language],
      needs: needed,
      mails: mails
        .filter((mail) => needed.mails.includes(mail.key))
        .map((mail) => ({ key: mail.key, name: mail.name[language], about: mail.about[language] })),
      offers: offers.map((offer) => ({ ...offer, name: offer.name[language] })),
      ready: {
        ...Object.fromEntries(needed.events.map((event) => [event, has.events.has(event)])),
        ...Object.fromEntries(needed.mails.map((mail) => [mail, shipped.has(mail)])),
        // Made with the flow, from the scenario itself.
        ...Object.fromEntries(needed.offers.map((offer) => [offer, true])),
        ...Object.fromEntries(needed.data.map((field) => [field, has.fields.has(field)])),
        ...Object.fromEntries(
          countedNeeds(needed, has.counted)
            .filter(({ need }) => need.startsWith(PRODUCT))
            .map(({ need, missing, of }) => [need, missing < of]),
        ),
      },
      missing: countedNeeds(needed, has.counted).filter(({ missing }) => missing > 0),
      graph: drawn,
      settings,
    }),
  )
  return c.json({ items, next: null }, 200)
})
