import type { MailBlock } from '../mail-block'
import type { Arranged } from './arrange-blocks'
import { indentAt, indented } from './own-line'
import { spliceSource } from './splice-source'

/** A block with the condition that encloses it alone, as MJML that begins at the left. */
export function fragmentOf(source: string, { unit }: MailBlock): string {
  const indent = indentAt(source, unit.from) ?? ''
  return source.slice(unit.from, unit.to).replaceAll(`\n${indent}`, '\n')
}

/** The source with something else in a block's place, indented as it was; the condition around it goes with it. */
export function replaceBlock(source: string, { unit }: MailBlock, text: string): Arranged {
  const whole = indented(text, indentAt(source, unit.from) ?? '')
  return {
    source: spliceSource(source, [{ from: unit.from, to: unit.to, text: whole }]),
    at: unit.from,
  }
}
