import type { Page } from 'playwright-core'
import { percentile } from '../percentile'

const DRAG_MS = 10_000
const LOOK_MS = 1_000

/** Sets the page's meter, acts, and answers what it measured. The meter stands before the act: a busy page mixes them. */
async function timed(page: Page, meter: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(`{ ${meter} }`)
  await act()
  await page.waitForFunction('window.meter.answer.then(() => true)')
  return page.evaluate<number>('window.meter.answer')
}

export interface Frames {
  /** 95 of 100 frames came no later than this after the one before, in milliseconds. */
  p95: number
  longestTask: number
}

/** Opens a scenario; answers how many milliseconds after the request its first step was drawn. */
export async function open(page: Page, flowId: string): Promise<number> {
  await page.goto(`/scenarios/${flowId}`)
  await page.waitForFunction('window.meter.drawnAt !== null')
  const drawnAt = await page.evaluate<number>('window.meter.drawnAt')
  await page.getByText('Draft saved').waitFor()
  return drawnAt
}

/** Drags a step about for ten seconds and puts it back where it was. Throws where it does not come along. */
export async function drag(page: Page, stepId: string): Promise<Frames> {
  const step = page.locator(`[data-step="${stepId}"]`)
  // Waits until the window over the drawing stands still.
  await step.hover({ force: true })
  const box = await step.boundingBox()
  if (!box) throw new Error(`${stepId} is not in sight`)
  const from = { x: box.x + box.width / 2, y: box.y + Math.min(12, box.height / 2) }
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move(from.x + 10, from.y + 10)
  await page.mouse.move(from.x + 40, from.y + 40)
  const held = await step.boundingBox()
  // A figure of a press beside the card, or on a panel over it, would be a fine one.
  if (held?.x === box.x && held.y === box.y) throw new Error(`${stepId} does not come along`)
  await page.evaluate('window.meter.start()')
  const end = performance.now() + DRAG_MS
  for (let turn = 0; performance.now() < end; turn++) {
    const angle = turn / 12
    await page.mouse.move(from.x + Math.cos(angle) * 120, from.y + Math.sin(angle) * 80)
  }
  const { frames, longest } = await page.evaluate<{ frames: number[]; longest: number }>(
    'window.meter.stop()',
  )
  await page.mouse.move(from.x, from.y)
  await page.mouse.up()
  // Where letting go has chosen the step, its settings take room: they are put away again.
  await page.keyboard.press('Escape')
  await page.locator('[data-inspector]').waitFor({ state: 'detached' })
  return { p95: percentile(frames, 0.95), longestTask: longest }
}

/** Milliseconds from a key to the page that shows what it did; the middle of `times`. */
export async function press(page: Page, key: string, times: number): Promise<number> {
  const each: number[] = []
  for (let time = 0; time < times; time++) {
    each.push(await timed(page, 'window.meter.nextPress()', () => page.keyboard.press(key)))
  }
  return percentile(each, 0.5)
}

/** Waits until the browser keeps the app for times without a network: it does so once, a while after the first page. */
export const untilKept = (page: Page) =>
  page.waitForFunction('navigator.serviceWorker.ready.then(() => true)')

/** Until the drawing has stood for a second, in which people look at it before they press anything. */
export const untilLookedAt = (page: Page) =>
  page.waitForFunction(`performance.now() - window.meter.drawnAt >= ${LOOK_MS}`)

/** Milliseconds from the key that duplicates a step to the settings of the new one; the middle of `times`. */
export async function addUntilSettings(page: Page, times: number): Promise<number> {
  const each: number[] = []
  for (let time = 0; time < times; time++) {
    const script = `
      const shown = () => document.querySelector('[data-inspector]')?.dataset.inspector
      const before = shown()
      window.meter.until('keydown', () => shown() && shown() !== before)`
    each.push(await timed(page, script, () => page.keyboard.press('Control+d')))
  }
  return percentile(each, 0.5)
}

/** Milliseconds from pressing a step to its settings. The first time in a page, they may still have to be fetched. */
export async function select(page: Page, stepId: string): Promise<number> {
  await page.keyboard.press('Escape')
  await page.locator('[data-inspector]').waitFor({ state: 'detached' })
  const script = "window.meter.until('mouseup', () => document.querySelector('[data-inspector]'))"
  const step = page.locator(`[data-step="${stepId}"]`)
  const position = { x: 60, y: 12 }
  await step.hover({ position })
  return timed(page, script, () => step.click({ position }))
}

/** Tidies; how long until it is said to be done, and the longest time nothing could be pressed meanwhile. */
export async function tidy(page: Page): Promise<{ took: number; longestTask: number }> {
  await page.evaluate('window.meter.start()')
  const script = `window.meter.until('keydown', () =>
    document.querySelector('[aria-live=polite].sr-only')?.textContent === 'Drawing tidied')`
  const took = await timed(page, script, () => page.keyboard.press('l'))
  const { longest } = await page.evaluate<{ longest: number }>('window.meter.stop()')
  return { took, longestTask: longest }
}

/** Megabytes of what the page holds, after a collection. */
export async function memory(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('HeapProfiler.collectGarbage')
  await session.send('Performance.enable')
  const { metrics } = await session.send('Performance.getMetrics')
  await session.detach()
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN) / 1024 / 1024
}
