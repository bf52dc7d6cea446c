import type { Page } from '@playwright/test'
import { typographyFaults } from '@relance/core/testing/french-typography'

/** Every text that shows, but code and what people wrote themselves into fields. */
export const shownTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement
      if (!of || of.closest('script, style, code, pre, textarea, .cm-editor')) continue
      if (node.nodeValue?.trim()) texts.push(node.nodeValue)
    }
    for (const of of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = of.getAttribute(name)
        if (text) texts.push(text)
      }
    return texts
  })

const ADDRESS = /^[\w.-]+\.(com|example|js|css|txt|csv|org|net|io)$/

/** Texts that are the key of a text. */
export const untranslated = (texts: string[]) =>
  texts.filter(
    (text) => /^[a-z][\w-]*(\.[a-zA-Z][\w-]*)+$/.test(text.trim()) && !ADDRESS.test(text.trim()),
  )

/** French texts that are not set as French is, and what is wrong with each; addresses and hours are no prose. */
export const badlySpaced = (texts: string[]) =>
  texts.flatMap((text) => {
    const faults = typographyFaults(text.replaceAll(/https?:\S+|\d+:\d+|\S+@\S+/g, ''))
    return faults.length > 0 ? [`${text}: ${faults.join(', ')}`] : []
  })
