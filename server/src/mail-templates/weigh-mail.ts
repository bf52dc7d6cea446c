import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { remembered } from '@relance/core/memory/remembered'
import type { Language } from '@relance/core/words/language'
import { checkMail } from '@relance/templates/check/check-mail'
import type { CompiledMail, MailSource } from '@relance/templates/compile-mail'
import type { MailData } from '@relance/templates/mail-data'
import { renderMail } from '@relance/templates/render-mail'
import { UNSUBSCRIBE_URL } from './warnings-of'

/** A mail in one language, and the made-up customer it is filled for. */
export interface MailToWeigh {
  source: MailSource
  compiled: CompiledMail
  language: Language
  data: MailData
  timeZone: string
}

export interface Weight {
  /** Of its HTML. */
  bytes: number
  /** Of the creative check. */
  warnings: number
}

const known = remembered<Promise<Weight>>(2_000)

/**
 * How heavy a mail is and of how much is warned, worked out once for each text and look: filling and reading thirty mails
 * takes the server half a second. Throws AppError as renderMail does.
 */
export function weighMail(mail: MailToWeigh): Promise<Weight> {
  const { source, compiled, language, data } = mail
  const asked = JSON.stringify([source, compiled, language, data.shop])
  return known(createHash('sha1').update(asked).digest('base64'), () => weigh(mail))
}

async function weigh({ source, compiled, language, data, timeZone }: MailToWeigh): Promise<Weight> {
  // Others are answered between one mail and the next.
  await setImmediate()
  const trackLink = (url: string) => url
  const rendered = await renderMail(compiled, data, {
    ...{ language, timeZone, trackLink },
    unsubscribeUrl: UNSUBSCRIBE_URL,
    keepsRefused: true,
  })
  return {
    bytes: Buffer.byteLength(rendered.html),
    warnings: checkMail(source, rendered).length,
  }
}
