import { AppError } from '@relance/core/error/app-error'
import { positionOf } from '@relance/core/mail/position-of'

/** What mail programs throw away at best, and take for an attack at worst; also where only some are to read it. */
const PROGRAM = /<\s*(script|iframe|object|embed|applet)\b/i
const HANDLER = /<[a-z](?:[^<>"']|"[^"]*"|'[^']*')*?\s(on[a-z]+)\s*=/i

/** Throws AppError `invalid` with line and column where a source holds a program, or an attribute that runs one. */
export function refusePrograms(source: string): void {
  const refuse = (words: string, offset: number): never => {
    throw new AppError('invalid', words, { field: 'mjml', ...positionOf(source, offset) })
  }
  const program = PROGRAM.exec(source)
  if (program) refuse(`Emails run no programs: take <${program[1]}> out.`, program.index)
  const handler = HANDLER.exec(source)
  if (handler) refuse(`Emails run no programs: take ${handler[1]}= out.`, handler.index)
}
