import type { Page } from '@playwright/test'

/**
 * Texts on the page that nobody can read whole: cut by a box around them, written over another text, or reaching out
 * of their button. Not counted: an ellipsis whose whole text shows on hover, code, what an enclosing box scrolls to,
 * the drawing that is moved by hand, and texts for those who listen.
 */
export const crowdedTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const SLACK_X = 1.5
    // A line's letters are taller than its line where that is set tight; nothing of them is lost.
    const SLACK_Y = 4
    const skipped =
      'script, style, code, pre, textarea, svg, option, .sr-only, .cm-editor, .react-flow__attribution'
    const box = (element: Element) => element.getBoundingClientRect()
    const shows = (element: Element) =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    /** What lies on a plane of its own, over or under the rest: it may cover texts. */
    const lifted = (element: Element) => {
      for (let at: Element | null = element; at; at = at.parentElement)
        if (
          /fixed|sticky/.test(getComputedStyle(at).position) ||
          at.matches('.react-flow__viewport')
        )
          return at
      return null
    }
    interface Line {
      text: string
      of: Element
      left: number
      right: number
      top: number
      bottom: number
    }
    const lines: Line[] = []
    const found = new Set<string>()
    const tell = (kind: string, { text, of }: Line, more = '') =>
      found.add(`${kind}: “${text}” in ${of.tagName.toLowerCase()}.${of.className}${more}`)

    /** Cuts a line to what its boxes let through; tells where that loses something. */
    const look = (line: Line) => {
      const hovers = line.of.closest('[title]') !== null
      for (let at: Element | null = line.of; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (
          /auto|scroll/.test(`${style.overflowX} ${style.overflowY}`) ||
          at.matches('.react-flow')
        ) {
          const edge = box(at)
          const isOut =
            line.bottom <= edge.top ||
            line.top >= edge.bottom ||
            line.right <= edge.left ||
            line.left >= edge.right
          return isOut ? null : line
        }
        // Kept for those who listen: a box that nobody sees.
        if (style.clipPath === 'inset(50%)') return null
        const clipsX = /hidden|clip/.test(style.overflowX)
        const clipsY = /hidden|clip/.test(style.overflowY)
        const edge = box(at)
        const lostX =
          clipsX && (line.right > edge.right + SLACK_X || line.left < edge.left - SLACK_X)
        const lostY =
          clipsY && (line.bottom > edge.bottom + SLACK_Y || line.top < edge.top - SLACK_Y)
        if (lostX || lostY) {
          if (!hovers) tell('cut', line, ` by ${at.tagName.toLowerCase()}.${at.className}`)
          line.right = Math.min(line.right, edge.right)
          line.bottom = Math.min(line.bottom, edge.bottom)
        }
      }
      return line
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const of = node.parentElement
      const text = node.nodeValue?.trim() ?? ''
      if (!of || !text || of.closest(skipped) || !shows(of)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      for (const { left, right, top, bottom, width } of range.getClientRects()) {
        // Left of or above the page stands what shows once it has the focus.
        if (width < 2 || right <= 0 || bottom <= 0) continue
        const line = look({ text: text.slice(0, 60), of, left, right, top, bottom })
        if (!line || line.right - line.left < 2 || line.bottom - line.top < 2) continue
        lines.push(line)
        const button = of.closest('button, a[href], [role=tab], [role=option]')
        if (!button || getComputedStyle(button).display === 'inline') continue
        const edge = box(button)
        if (line.right > edge.right + SLACK_X || line.bottom > edge.bottom + SLACK_Y)
          tell('out of its button', line)
      }
    }
    for (const field of document.querySelectorAll<HTMLInputElement>('input[placeholder]')) {
      if (!field.value && shows(field) && field.scrollWidth > field.clientWidth + SLACK_X)
        found.add(`cut: “${field.placeholder}” in an input`)
    }
    lines.forEach((one, i) => {
      for (const other of lines.slice(i + 1)) {
        // An ellipsis has two boxes of its own text.
        if (one.of === other.of || lifted(one.of) !== lifted(other.of)) continue
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
        if (across > SLACK_X + 1 && down > SLACK_Y + 1)
          tell('overlaps', one, ` with “${other.text}”`)
      }
    })
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth > clientWidth) found.add(`the page is ${scrollWidth} wide`)
    return [...found]
  })
