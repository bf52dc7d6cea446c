import { expect, type Page } from '@playwright/test'
import { crowdedTexts } from './crowded-texts'

/** As wide as a window of 1280 px is at a zoom of 400 %. */
export const ZOOMED = { width: 320, height: 640 }

/** What has to be moved sideways to be read, though it is no table or code with a frame of its own. */
const sideways = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, main, [data-region]')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
      .map(
        ({ tagName, className, scrollWidth, clientWidth }) =>
          `${tagName.toLowerCase()}.${className} is ${scrollWidth} wide, and shows ${clientWidth}`,
      ),
  )

/** All of the page is read by scrolling down alone: nothing is cut, and nothing lies over something else. */
export async function expectFits(page: Page, what: string) {
  expect.soft(await sideways(page), what).toEqual([])
  expect.soft(await crowdedTexts(page), what).toEqual([])
}
