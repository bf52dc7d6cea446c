import { findBrowser } from '@relance/scripts/testing/find-browser'
import { chromium, type Page } from 'playwright-core'

const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync']

/** A browser without a graphics card, signed in, with a window as large as the drawings we claim for. */
export async function withBrowser<Answer>(
  say: (line: string) => void,
  { url, signInUrl }: { url: string; signInUrl: string },
  work: (page: Page) => Promise<Answer>,
): Promise<Answer> {
  const isRoot = process.getuid?.() === 0
  const browser = await chromium.launch({
    executablePath: await findBrowser(say),
    args: [...QUIET, '--disable-gpu', '--no-first-run', ...(isRoot ? ['--no-sandbox'] : [])],
  })
  try {
    const viewport = { width: 1440, height: 900 }
    const page = await browser.newPage({ baseURL: url, viewport, locale: 'en-GB' })
    await page.goto(signInUrl)
    await page.getByRole('navigation', { name: 'Main' }).waitFor()
    return await work(page)
  } finally {
    await browser.close()
  }
}
