import type { Page } from '@playwright/test'

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

/**
 * French texts whose signs do not stand as French sets them: a narrow no-break space before ; ! ? and inside « »,
 * a no-break space before : and %.
 */
export const badlySpaced = (texts: string[]) =>
  texts.filter((text) => {
    const said = text.replaceAll(/https?:\S+|\d+:\d+|\S+@\S+/g, '')
    return (
      /[^\u202f\s][;!?»]|[ \u00a0][;!?»]|«[^\u202f]/.test(said) ||
      /[\p{L}\d»] ?:(?=\s|$)|\d ?%/u.test(said)
    )
  })
