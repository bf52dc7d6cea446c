import { AppError } from '@relance/core/error/app-error'
import { type Liquid, LiquidError, type Template } from 'liquidjs'
import { liquidFault } from './liquid-fault'

/**
 * Parses a Liquid text. Throws AppError `invalid` with `field`, `line` and `column` (from 1) and a `fault`
 * (liquid-fault-texts.ts) where it is wrong: a tag left open, an unknown filter, an unreadable expression.
 */
export function parseLiquid(liquid: Liquid, text: string, field: string): Template[] {
  try {
    return liquid.parse(text)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [line, column] = LiquidError.is(error) ? error.token.getPosition() : [1, 1]
    const { fault, words } = liquidFault(error)
    throw new AppError('invalid', words, { field, line, column, fault }, { cause: error })
  }
}
