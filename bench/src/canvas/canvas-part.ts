import { compilePlan } from '@relance/core/plan/compile-plan'
import { definitions } from '@relance/nodes/definitions'
import type { Page } from 'playwright-core'
import { z } from 'zod'
import { atMost, type Part, type Row, told } from '../part'
import { percentile } from '../percentile'
import { type Ask, apiClient } from '../shop/api-client'
import { withSystem } from '../system/with-system'
import { loadedScripts } from './loaded-scripts'
import {
  addUntilSettings,
  drag,
  memory,
  open,
  press,
  select,
  tidy,
  untilKept,
  untilLookedAt,
} from './measure-drawing'
import { withBrowser } from './open-browser'
import { PAGE_METER } from './page-meter'
import { wideDrawing } from './wide-drawing'

const MANY = 1_000
const RATHER_MANY = 200
const FEW = 100
const PRESSES = 15
/** Far enough from the rim for the window not to move along, and under no panel: near, and with all in sight. */
const NEAR_MIDDLE = 'step-73'
const FAR_MIDDLE = 'step-393'
/** A step with a rule, and one without. */
const CONDITION = 'step-1'
const WAIT = 'step-25'
/** What the browser test of this name promises is measured here, wholly. */
const PROMISE = `UX18, ${MANY} steps`

/** The canvas in a browser without a graphics card: how it feels with a thousand steps. */
export const canvasPart: Part = {
  name: 'canvas',
  about: `Scenarios of ${FEW}, ${RATHER_MANY} and ${MANY.toLocaleString('en')} steps, drawn in Chromium`,
  run: (say) =>
    withSystem(say, async ({ url, apiKey, signInUrl }) => {
      const ask = apiClient(url, apiKey)
      const drawings = {
        few: await draw(ask, FEW),
        ratherMany: await draw(ask, RATHER_MANY),
        many: await draw(ask, MANY),
      }
      return withBrowser(say, { url, signInUrl }, async (page) => {
        await page.addInitScript({ content: PAGE_METER })
        return [
          ...(await opening(page, drawings)),
          ...(await acting(page)),
          ...(await pressing(page, drawings)),
          ...(await dragging(page, drawings)),
          ...(await tidying(page, drawings)),
          validating(),
        ]
      })
    }),
}

const list = z.object({ items: z.array(z.object({ id: z.string() })) })

/** A draft of so many steps; its flow's id. */
async function draw(ask: Ask, steps: number): Promise<string> {
  const mails = list.parse(await ask('GET', '/api/mail-templates'))
  const drawing = wideDrawing(steps, mails.items[0]?.id ?? '')
  const { graph, settings, positions } = drawing
  const made = await ask('POST', '/api/flows', {
    name: `${steps} steps`,
    graph,
    settings,
    positions,
  })
  return z.object({ id: z.uuid() }).parse(made).id
}

async function opening(page: Page, drawings: { few: string; many: string }): Promise<Row[]> {
  const few = await open(page, drawings.few)
  const many = await open(page, drawings.many)
  const { first } = await loadedScripts(page)
  return [
    atMost(`open ${FEW} steps`, few, 700, 'ms'),
    atMost(`${PROMISE}: open`, many, 2_000, 'ms'),
    atMost('JavaScript until it is drawn, compressed', first, 350, 'kB'),
  ]
}

/** With the thousand steps open. */
async function acting(page: Page): Promise<Row[]> {
  const first = await select(page, CONDITION)
  await untilKept(page)
  const chosen = await select(page, 'step-2')
  const added = await press(page, 'Control+d', PRESSES)
  // A figure of acts that did nothing would be a fine one.
  await page.getByRole('button', { name: /^Undo: duplicate/ }).waitFor()
  const shown = await addUntilSettings(page, PRESSES)
  const undone = await press(page, 'Control+z', PRESSES)
  return [
    atMost(
      'from a press on a condition, the moment it is drawn, to its settings',
      first,
      100,
      'ms',
    ),
    atMost('from a later press on a step to its settings', chosen, 100, 'ms'),
    atMost(`add a step among ${MANY}, median`, added, 50, 'ms'),
    atMost(`add a step among ${MANY}: until its settings are open, median`, shown, 100, 'ms'),
    atMost(`undo among ${MANY}, median`, undone, 50, 'ms'),
  ]
}

/** The first press in a page, by somebody who looks at the drawing for a second before. */
async function pressing(page: Page, { many }: { many: string }): Promise<Row[]> {
  const first = async (stepId: string) => {
    await open(page, many)
    await untilLookedAt(page)
    return select(page, stepId)
  }
  const wait = await first(WAIT)
  const condition = await first(CONDITION)
  const { since } = await loadedScripts(page)
  const about = 'a second later, to its settings'
  return [
    atMost(`from the first press on a wait, ${about}`, wait, 100, 'ms'),
    atMost(`from the first press on a condition, ${about}`, condition, 100, 'ms'),
    told('JavaScript fetched meanwhile, in pauses', since, 'kB'),
  ]
}

async function dragging(page: Page, { many }: { many: string }): Promise<Row[]> {
  await open(page, many)
  const near = await drag(page, NEAR_MIDDLE)
  await page.keyboard.press('0')
  await page.waitForFunction(`document.querySelectorAll('[data-step]').length >= ${MANY}`)
  const all = await drag(page, FAR_MIDDLE)
  return [
    atMost(`${PROMISE}: drag for 10 s, those in sight drawn: p95 of a frame`, near.p95, 17, 'ms'),
    atMost(`${PROMISE}: that drag: longest task`, near.longestTask, 200, 'ms'),
    atMost(`${PROMISE}: drag for 10 s, all drawn: p95 of a frame`, all.p95, 33, 'ms'),
    atMost(`${PROMISE}: that drag: longest task`, all.longestTask, 200, 'ms'),
    atMost(`memory with all ${MANY} drawn`, await memory(page), 250, 'MB'),
  ]
}

async function tidying(page: Page, { ratherMany, many }: { ratherMany: string; many: string }) {
  await open(page, ratherMany)
  const small = await tidy(page)
  await open(page, many)
  const large = await tidy(page)
  return [
    atMost(`tidy ${RATHER_MANY} steps`, small.took, 300, 'ms'),
    atMost(`tidy ${MANY} steps`, large.took, 4_000, 'ms'),
    atMost(`${PROMISE}: tidy: longest time without input`, large.longestTask, 100, 'ms'),
  ]
}

/** What the worker does after each act, here in this process. */
function validating(): Row {
  const mail = { name: 'Mail', version: 1, hasSubject: true, hasUnsubscribe: true, isEmpty: false }
  const facts = {
    templates: { mail: { ...mail, usedFields: [] } },
    offers: {},
    segments: {},
    events: ['Signed Up', 'Order Completed'],
    fields: [],
    timeZone: 'Europe/Paris',
  }
  const draft = { flowId: 'bench', revision: 1, ...wideDrawing(RATHER_MANY, 'mail') }
  const check = () => {
    const begin = performance.now()
    compilePlan(draft, definitions, facts, 'en')
    return performance.now() - begin
  }
  // The worker is warm from the second act on.
  check()
  const times = Array.from({ length: PRESSES }, check)
  return atMost(`check ${RATHER_MANY} steps, p95`, percentile(times, 0.95), 100, 'ms')
}
