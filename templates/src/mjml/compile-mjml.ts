import { AppError } from '@relance/core/error/app-error'
import type { LiquidPiece } from '@relance/core/mail/liquid-pieces'
import { positionOf } from '@relance/core/mail/position-of'
import mjml2html from 'mjml'
import { mjmlFault } from './mjml-fault'
import {
  restoreLiquid,
  type ShieldedSource,
  shieldColour,
  shieldLiquid,
  shieldWord,
} from './shield-liquid'
import { wrapBareLiquid } from './wrap-bare-liquid'

/** HTML in which words still stand for the Liquid; restoreLiquid puts it back. */
export interface ShieldedHtml {
  html: string
  pieces: LiquidPiece[]
}

interface MjmlFault {
  line: number
  message: string
  tagName: string
}

const isFault = (value: unknown): value is MjmlFault =>
  typeof value === 'object' &&
  value !== null &&
  'line' in value &&
  'message' in value &&
  'tagName' in value

/** MJML knows the line of a fault; its column is where that tag begins on the line. */
function faultsIn(source: string, { pieces }: ShieldedSource, error: unknown) {
  const found = typeof error === 'object' && error !== null && 'errors' in error ? error.errors : []
  const lines = source.split('\n')
  return (Array.isArray(found) ? found.filter(isFault) : []).map(({ line, message, tagName }) => {
    const { fault, words } = mjmlFault(restoreLiquid(message.trim(), pieces), tagName)
    const column = (lines[line - 1] ?? '').indexOf(`<${tagName}`) + 1 || 1
    return { line, column, fault, message: words }
  })
}

/** Liquid that MJML did not carry over would be lost in silence: it is refused, at its place. */
function refuseLost(shielded: string, html: string, pieces: readonly LiquidPiece[]): void {
  const head =
    shielded.match(/<mj-attributes[\s>][\s\S]*?<\/mj-attributes\s*>|<!--[\s\S]*?-->/gi)?.join('') ??
    ''
  pieces.forEach(({ text, line, column }, index) => {
    const word = shieldWord(index)
    if (html.includes(word) || html.includes(shieldColour(index)) || head.includes(word)) return
    if (head.includes(shieldColour(index))) return
    const words = `${text} cannot stand here: put it in a text, a link or a colour, or inside mj-raw.`
    throw new AppError('invalid', words, { field: 'mjml', line, column })
  })
}

/** The indents MJML writes weigh a third of a mail. */
const withoutIndents = (html: string) =>
  /<pre[\s>]/i.test(html) ? html : html.replace(/^[ \t]+/gm, '').replace(/\n{2,}/g, '\n')

/**
 * MJML (which may hold Liquid anywhere) to HTML. Throws AppError `invalid` with `field`, `line` and `column` of the first
 * fault in the source; where MJML found it, with its `fault` (mjml-fault-texts.ts) and all of them in `errors`.
 */
export async function compileMjml(source: string): Promise<ShieldedHtml> {
  const shielded = shieldLiquid(source)
  const start = source.search(/<mjml[\s>]/)
  if (start < 0) {
    throw new AppError('invalid', 'A mail begins with <mjml>.', {
      field: 'mjml',
      ...positionOf(source, 0),
    })
  }
  const text = wrapBareLiquid(shielded.text)
  try {
    const { html } = await mjml2html(text, { validationLevel: 'strict', keepComments: false })
    refuseLost(shielded.text, html, shielded.pieces)
    return { html: withoutIndents(html), pieces: shielded.pieces }
  } catch (error) {
    if (error instanceof AppError) throw error
    const errors = faultsIn(source, shielded, error)
    const [first] = errors
    const whole = mjmlFault(error instanceof Error ? error.message : String(error))
    const { line, column, fault, message } = first ?? {
      ...positionOf(source, start),
      ...{ fault: whole.fault, message: whole.words },
    }
    const details = { field: 'mjml', line, column, fault, errors }
    throw new AppError('invalid', message, details, { cause: error })
  }
}
