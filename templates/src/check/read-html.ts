import { DomUtils, parseDocument } from 'htmlparser2'

type Node = ReturnType<typeof parseDocument>['children'][number]
type Element = Extract<Node, { attribs: unknown }>

export interface MailButton {
  label: string
  href: string
  background: string
  colour: string | null
  /** What it stands on. */
  behind: string
}

/** What a reader of a mail sees, and where it leads. */
export interface ReadHtml {
  buttons: MailButton[]
  links: { href: string; label: string }[]
  images: { src: string; alt: string }[]
  /** Characters of running text by their size in pixels; 0: none is said. */
  charactersBySize: Map<number, number>
}

const isElement = (node: Node): node is Element => 'attribs' in node
const PIXEL = '1'
/** The words of links and buttons are no running text. */
const IN_LINK = -1

/** Reads a rendered mail. Its hidden parts are left out, as readers do. */
export function readHtml(html: string): ReadHtml {
  const read: ReadHtml = { buttons: [], links: [], images: [], charactersBySize: new Map() }
  const root = parseDocument(html)
  const body = DomUtils.findOne((element) => element.name === 'body', root.children)
  visit(body ? [body] : root.children, { size: 0, behind: '#ffffff' }, read)
  return read
}

interface Around {
  size: number
  behind: string
}

function visit(nodes: Node[], around: Around, read: ReadHtml): void {
  for (const node of nodes) {
    if (isElement(node)) visitElement(node, around, read)
    else if (node.type === 'text') countText(node.data, around.size, read)
  }
}

function visitElement(element: Element, around: Around, read: ReadHtml): void {
  const style = styleOf(element)
  if (style.get('display') === 'none' || element.name === 'style') return
  const own = backgroundOf(element, style)
  const size = Number.parseFloat(style.get('font-size') ?? '') || around.size
  if (element.name === 'img') noteImage(element, read)
  if (element.name === 'a') noteLink(element, style, around.behind, read)
  // A button's own cell has its colour, and what it stands on is behind that.
  const behind = own && !isButtonCell(element) ? own : around.behind
  visit(element.children, { size: element.name === 'a' ? IN_LINK : size, behind }, read)
}

function countText(text: string, size: number, read: ReadHtml): void {
  const length = text.trim().length
  if (length > 0 && size !== IN_LINK)
    read.charactersBySize.set(size, (read.charactersBySize.get(size) ?? 0) + length)
}

function noteImage({ attribs }: Element, read: ReadHtml): void {
  if (attribs.width === PIXEL && attribs.height === PIXEL) return
  read.images.push({ src: attribs.src ?? '', alt: attribs.alt?.trim() ?? '' })
}

function noteLink(element: Element, style: Style, behind: string, read: ReadHtml): void {
  const href = element.attribs.href
  if (href === undefined) return
  const label = DomUtils.textContent(element).replaceAll(/\s+/g, ' ').trim()
  const background = backgroundOf(element, style)
  read.links.push({ href, label })
  if (background && style.get('display') === 'inline-block')
    read.buttons.push({ label, href, background, colour: style.get('color') ?? null, behind })
}

/** The cell that MJML draws a button's colour on. */
const isButtonCell = (element: Element): boolean =>
  element.name === 'td' &&
  element.children.some((child) => isElement(child) && child.name === 'a' && hasBackground(child))

const hasBackground = (element: Element) => backgroundOf(element, styleOf(element)) !== null

type Style = ReadonlyMap<string, string>

const styleOf = ({ attribs }: Element): Style =>
  new Map(
    (attribs.style ?? '').split(';').flatMap((rule): [string, string][] => {
      const at = rule.indexOf(':')
      return at < 0 ? [] : [[rule.slice(0, at).trim().toLowerCase(), rule.slice(at + 1).trim()]]
    }),
  )

function backgroundOf({ attribs }: Element, style: Style): string | null {
  const colour = style.get('background-color') ?? style.get('background') ?? attribs.bgcolor
  return colour && colour !== 'transparent' && colour !== 'none' ? colour : null
}
