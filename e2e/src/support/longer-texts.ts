import type { Page } from '@playwright/test'

/**
 * Makes every text on the page as a language would that is 40 % longer and has accents: what the server words grows
 * as what the app words. Done to the page as it stands, so that the app knows of no such language.
 */
export const lengthen = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const accents: Record<string, string> = {
      a: 'â',
      e: 'é',
      i: 'î',
      o: 'ô',
      u: 'û',
      A: 'À',
      E: 'É',
    }
    const longer = (text: string) => {
      let owed = 0
      return [...text]
        .map((letter) => {
          owed += /\p{L}/u.test(letter) ? 0.4 : 0
          const said = accents[letter] ?? letter
          if (owed < 1) return said
          owed -= 1
          return said + said.toLowerCase()
        })
        .join('')
    }
    const kept = 'script, style, code, pre, textarea, svg, .cm-editor'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest(kept) && node.nodeValue)
        node.nodeValue = longer(node.nodeValue)
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]'))
      field.placeholder = longer(field.placeholder)
    // What measures itself is given two drawings to do so.
    for (let drawn = 0; drawn < 2; drawn++) await new Promise(requestAnimationFrame)
  })
