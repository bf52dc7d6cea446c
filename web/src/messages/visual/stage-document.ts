import { markedBlock, markOf } from '@relance/core/mail/mark-blocks'

export type MailTheme = 'light' | 'dark'

/** A mail's HTML as it looks under one theme, whatever the reader's own screen is set to. */
export function inTheme(html: string, theme: MailTheme): string {
  const other = theme === 'dark' ? 'light' : 'dark'
  return html
    .replaceAll(new RegExp(`\\(\\s*prefers-color-scheme\\s*:\\s*${theme}\\s*\\)`, 'g'), 'all')
    .replaceAll(new RegExp(`\\(\\s*prefers-color-scheme\\s*:\\s*${other}\\s*\\)`, 'g'), 'not all')
    .replaceAll(/@media\s+all\s+and\s+not all/g, '@media not all')
}

/** Puts a mail into a frame's document in place of what was there, so that it keeps its scroll and does not flash. */
export function writeMail(target: Document, html: string): void {
  const made = new DOMParser().parseFromString(html, 'text/html')
  target.replaceChild(target.adoptNode(made.documentElement), target.documentElement)
}

/** The block drawn at a point of the frame, or null. */
export function blockAt(target: Document, x: number, y: number): number | null {
  let element = target.elementFromPoint(x, y)
  while (element) {
    const id = markedBlock(element.getAttribute('class') ?? '')
    if (id !== null) return id
    element = element.parentElement
  }
  return null
}

/** What a block looks like where it is first drawn; null where this customer does not get it. */
export const drawnBlock = (target: Document, id: number): Element | null =>
  target.querySelector(`.${markOf(id)}`)

/** The ids of all blocks that are drawn. */
export function drawnIds(target: Document): Set<number> {
  const ids = new Set<number>()
  for (const element of target.querySelectorAll('[class*="relance-block-"]')) {
    const id = markedBlock(element.getAttribute('class') ?? '')
    if (id !== null) ids.add(id)
  }
  return ids
}
