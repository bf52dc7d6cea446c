import { expect, type Locator, type Page } from '@playwright/test'

/** Every step drawn. */
export const steps = (page: Page) => page.locator('[data-step]')

/** The steps of a type. */
export const card = (page: Page, type: string) => page.locator(`[data-step][data-type="${type}"]`)

/** Whether a press in the middle of something would meet it. */
const isFree = (place: Locator) =>
  place.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect()
    const met = document.elementFromPoint(x + width / 2, y + height / 2)
    return element.contains(met)
  })

/** Turns the wheel over the drawing until something on it lies free in the middle, as people do. */
async function inSight(place: Locator) {
  const page = place.page()
  const [onDrawing, drawing] = [
    await place.boundingBox(),
    await page.locator('.react-flow').boundingBox(),
  ]
  if (!onDrawing || !drawing || (await isFree(place))) return
  const at = { x: drawing.x + drawing.width / 2, y: drawing.y + drawing.height / 2 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.wheel(
    onDrawing.x + onDrawing.width / 2 - at.x,
    onDrawing.y + onDrawing.height / 2 - at.y,
  )
  await expect.poll(() => isFree(place)).toBe(true)
}

/** The middle of something on the screen. */
export const middle = async (place: Locator) => {
  await inSight(place)
  const box = await place.boundingBox()
  if (!box) throw new Error('nothing to see there')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Drags a step out of the palette onto an open exit, by the mouse. */
export async function dragToExit(page: Page, type: string, after: string, exit: string) {
  const id = await card(page, after).getAttribute('data-step')
  const from = await middle(page.locator(`[data-palette="${type}"]`))
  const place = page.locator(`[data-open-exit="${id}:${exit}"]`)
  await place.hover()
  const to = await middle(place)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 })
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up()
}

/** Adds a step in the middle of the only path, by its "+". */
export async function insertOnEdge(page: Page, type: string) {
  await page.locator('[data-edge]').click()
  await page.locator(`[data-pick="${type}"]`).first().click()
  await expect(page.getByRole('listbox')).toBeHidden()
}

/** Opens a list, sees what it holds, and takes another of its values. */
export async function select(list: Locator, current: string, wanted: string) {
  await expect(list).toContainText(current)
  await list.click()
  await list.page().getByRole('option', { name: wanted, exact: true }).click()
  await expect(list).toContainText(wanted)
}

/** The step of an id, on the canvas or as a line of the outline. */
export const step = (page: Page, id: string) => page.locator(`[data-step="${id}"]`)

/** The "+" of a path, or of an exit that leads nowhere yet, by its `from:exit`. */
export const plus = (page: Page, key: string) =>
  page.locator(`[data-edge="${key}"], [data-open-exit="${key}"]`)

/** Takes a step out of the list that is open. */
export async function pick(page: Page, type: string) {
  await page.locator(`[data-pick="${type}"]`).first().click()
  await expect(page.getByRole('listbox')).toBeHidden()
}

/** Moves a step of the palette over the drawing by the mouse, and holds it there. */
export async function holdOver(page: Page, type: string, to: { x: number; y: number }) {
  const from = await middle(page.locator(`[data-palette="${type}"]`))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
}

/** Makes the whole drawing lie in sight. */
export async function seeEverything(page: Page) {
  await page.getByRole('button', { name: 'See everything (0)' }).click()
}

/** How far the drawing is moved and how large it is. */
export const view = (page: Page) =>
  page.locator('.react-flow__viewport').evaluate((drawing) => {
    const { a, e, f } = new DOMMatrix(getComputedStyle(drawing).transform)
    return { scale: a, x: e, y: f }
  })

/** The ids of the steps that are chosen, in the order of the alphabet. */
export const chosen = (page: Page) =>
  page
    .locator('[data-step][aria-current="true"]')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('data-step')).toSorted())

/** Chooses a step and leaves the keyboard on its card. */
export async function choose(page: Page, id: string) {
  await inSight(step(page, id))
  await step(page, id).click()
  await expect(step(page, id)).toBeFocused()
  await atRest(page)
}

/** How many frames alike mean that the window stands still. */
const STILL_FRAMES = 12

/** Until the window over the drawing stands still: it glides to what was chosen, and a press within would go beside. */
const atRest = (page: Page) =>
  page.locator('.react-flow__viewport').evaluate((drawing, frames) => {
    const place = () => getComputedStyle(drawing).transform
    return new Promise<void>((rest) => {
      const look = (last: string, still: number) => {
        const now = place()
        const alike = now === last ? still + 1 : 0
        if (alike >= frames) rest()
        else requestAnimationFrame(() => look(now, alike))
      }
      look(place(), 0)
    })
  }, STILL_FRAMES)
