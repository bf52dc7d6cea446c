import { elementsIn } from './elements-in'
import { decoded, holdsAPage, schemeThatRuns, tight } from './read-address'
import { readAttributes, type WrittenAttribute } from './read-attributes'

/** A mail without programs, and what was taken out of it: `<script>`, `onload=`, `javascript:`; each once. */
export interface WithoutPrograms {
  html: string
  removed: string[]
}

/** Elements that are programs, bring some, or lead every link elsewhere. Mail programs show none of them. */
const NAMES = 'script|iframe|frameset|frame|object|embed|applet|svg|math|base|portal'

const LEADS = new Set([
  'href',
  'src',
  'action',
  'formaction',
  'background',
  'poster',
  'data',
  'xlink:href',
])
const RUNS_IN_STYLE = /expression\(|javascript:|vbscript:|-moz-binding|behaviou?r:/

/**
 * Takes out of a filled mail whatever a browser would run, and leaves every other character as it is. A tag is looked
 * for at every `<`, whatever stands around it: what is text to one reader (in a comment, a title, a quote) is a tag to
 * another. Each thing taken out leaves a space, so that what stood around it makes nothing new.
 */
export function removePrograms(html: string): WithoutPrograms {
  const removed = new Set<string>()
  const note = (what: string) => {
    removed.add(what)
    return ' '
  }
  const bare = [programElements, stylesThatRun, attributesThatRun].reduce(
    (text, parts) => without(text, parts(text), note),
    html,
  )
  return { html: bare, removed: [...removed] }
}

/** A part of a text that is taken out, and what is said of it. */
interface Part {
  name: string
  from: number
  to: number
}

function without(text: string, parts: Iterable<Part>, note: (what: string) => string): string {
  let kept = ''
  let from = 0
  for (const { name, from: start, to } of parts) {
    if (to <= from) continue
    kept += text.slice(from, Math.max(from, start)) + note(name)
    from = to
  }
  return kept + text.slice(from)
}

function* programElements(html: string): Generator<Part> {
  for (const { name, from, to } of elementsIn(html, NAMES)) yield { name: `<${name}>`, from, to }
}

function* stylesThatRun(html: string): Generator<Part> {
  for (const { from, to, isClosed } of elementsIn(html, 'style'))
    if (isClosed && RUNS_IN_STYLE.test(tightCss(html.slice(from, to))))
      yield { name: '<style>', from, to }
}

/** In the order of where they begin. */
function* attributesThatRun(html: string): Generator<Part> {
  for (const { index } of html.matchAll(/<(?=[a-z])/gi)) {
    const attributes = readAttributes(html, index + 1)
    // Without its sign it is text.
    if (!attributes) yield { name: '<', from: index, to: index + 1 }
    for (const attribute of attributes ?? []) {
      const name = whatRuns(attribute)
      if (name) yield { name, from: attribute.from, to: attribute.to }
    }
  }
}

/** What is said to be taken out of an attribute; null: it runs nothing. */
function whatRuns({ name, value: written }: WrittenAttribute): string | null {
  if (/^on[a-z]/.test(name) || name === 'srcdoc') return `${name}=`
  const scheme = schemeThatRuns(written)
  if (scheme) return scheme
  if (LEADS.has(name) && holdsAPage(written)) return 'data:'
  if (name === 'http-equiv' && tight(decoded(written)) === 'refresh') return 'http-equiv=refresh'
  return name === 'style' && RUNS_IN_STYLE.test(tightCss(decoded(written))) ? 'style=' : null
}

/** Without comments, and with escapes read. */
const tightCss = (css: string) =>
  tight(
    css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/\\([\da-f]{1,6})\s?/gi, (_, code) =>
        String.fromCodePoint(Math.min(Number.parseInt(code, 16), 0xffff)),
      )
      .replaceAll('\\', ''),
  )
