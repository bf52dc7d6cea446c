import { AppError } from '@relance/core/error/app-error'
import { type Liquid, LiquidError, type Template } from 'liquidjs'

/** Our words for what Liquid says, without the position it adds at the end. */
const wordsOf = (error: Error) => {
  const words = error.message.replace(/, line:\d+, col:\d+$/, '')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/**
 * Parses a Liquid text. Throws AppError `invalid` with `field`, `line` and `column` (from 1)
 * where it is wrong: a tag left open, an unknown filter, an unreadable expression.
 */
export function parseLiquid(liquid: Liquid, text: string, field: string): Template[] {
  try {
    return liquid.parse(text)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [line, column] = LiquidError.is(error) ? error.token.getPosition() : [1, 1]
    throw new AppError('invalid', wordsOf(error), { field, line, column }, { cause: error })
  }
}
