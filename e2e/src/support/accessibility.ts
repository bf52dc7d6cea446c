import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

interface Found {
  id: string
  impact?: string | null
  nodes: { target: string[]; html: string; failureSummary?: string }[]
}

/**
 * A line of the outline has buttons of its own, whose words are not the line's; every other name must hold what
 * is read on its button.
 */
const NAMED_BY_ITSELF = '[role=treeitem]'

/** Serious and critical findings on the page as it stands, each with its element. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source)
  const found: Found[] = await page.evaluate(
    // The library was put into the page as text; what it answers is plain data.
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)",
  )
  const lines = await page.locator(NAMED_BY_ITSELF).evaluateAll((all) => all.map(({ id }) => id))
  const isLine = (target: string[]) =>
    lines.some((id) => target.join() === `#${id.replaceAll(':', '\\:')}`)
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes
        .filter(({ target }) => id !== 'label-content-name-mismatch' || !isLine(target))
        .map(({ html, failureSummary }) => `${id}: ${failureSummary} ${html}`),
    )
}

/** Nobody who reads by ear, by keys or in either theme is kept out of what is on the page now. */
export async function expectAccessible(page: Page, what: string) {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect.soft(await findings(page), `${what}, ${colorScheme}`).toEqual([])
  }
}
