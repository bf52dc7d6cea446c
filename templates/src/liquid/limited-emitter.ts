import { AppError } from '@relance/core/error/app-error'
import type { Emitter } from 'liquidjs'

const asText = (value: unknown): string => {
  if (typeof value === 'string') return value
  if (value === null || value === undefined) return ''
  return Array.isArray(value) ? value.map(asText).join('') : String(value)
}

/** Collects what a template writes, and stops it once that is too much for a mail. */
export class LimitedEmitter implements Emitter {
  buffer = ''

  constructor(private readonly maxLength: number) {}

  write(value: unknown): void {
    this.buffer += asText(value)
    if (this.buffer.length > this.maxLength) {
      throw new AppError('invalid', 'The mail grows beyond 1 MB.', { reason: 'render-too-large' })
    }
  }
}
