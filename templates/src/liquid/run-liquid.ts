import { AppError } from '@relance/core/error/app-error'
import { Context, type Liquid, LiquidError, toValueSync } from 'liquidjs'
import { LimitedEmitter } from './limited-emitter'
import { maxOutput } from './limits'
import { knownLiquidFault } from './liquid-fault'
import { parsedLiquid } from './parsed-liquid'
import type { RenderSettings } from './render-settings'

const tooLong = /^template render limit exceeded/
const tooMuch = /^memory alloc limit exceeded/

function asAppError(error: unknown, field: string): AppError {
  const cause = LiquidError.is(error) ? (error.originalError ?? error) : error
  if (cause instanceof AppError)
    return new AppError(cause.code, cause.message, { field, ...cause.details })
  const message = cause instanceof Error ? cause.message : ''
  if (tooLong.test(message)) {
    return new AppError('invalid', 'The mail takes longer than a second to make.', {
      field,
      reason: 'render-timeout',
    })
  }
  if (tooMuch.test(message)) {
    return new AppError('invalid', 'The mail needs too much memory.', {
      field,
      reason: 'render-too-large',
    })
  }
  const known = cause instanceof Error ? knownLiquidFault(cause) : null
  const words = known?.words ?? `The mail cannot be made: ${message}`
  const details = { field, reason: 'render-failed', ...(known && { fault: known.fault }) }
  return new AppError('invalid', words, details, { cause: error })
}

/**
 * Fills a Liquid text for one person. Throws AppError `invalid` with `reason` render-too-large
 * (over 1 MB or its memory), render-timeout (over a second) or render-failed, there with a `fault` where it is known.
 */
export function runLiquid(
  liquid: Liquid,
  text: string,
  data: object,
  settings: RenderSettings,
  field: string,
): string {
  const templates = parsedLiquid(liquid, text, field)
  const output = new LimitedEmitter(maxOutput)
  try {
    const context = new Context(data, liquid.options, { sync: true, globals: settings }, { liquid })
    toValueSync(liquid.renderer.renderTemplates(templates, context, output))
  } catch (error) {
    throw asAppError(error, field)
  }
  if (Buffer.byteLength(output.buffer) > maxOutput) {
    throw new AppError('invalid', 'The mail grows beyond 1 MB.', {
      field,
      reason: 'render-too-large',
    })
  }
  return output.buffer
}
