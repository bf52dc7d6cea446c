import { AppError } from '@relance/core/error/app-error'
import { type Language, languages } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import { readMailBlocks } from '@relance/db/mail-block/read-mail-blocks'
import type { MailSources } from '@relance/db/mail-template/mail-template'
import { checkMail } from '@relance/templates/check/check-mail'
import { mailWarningCodes, mailWarningWords } from '@relance/templates/check/mail-warning'
import { withBlocks } from '@relance/workflows/compile/with-blocks'
import { z } from 'zod'
import { saidIn } from '../http/error-words'
import { previewMail } from './preview-mail'

/** Links that are each person's own lead somewhere. */
export const UNSUBSCRIBE_URL = 'https://customers.example/u/example'

export const mailProblem = z
  .object({
    code: z.string().openapi({
      description: `What the creative check found: ${mailWarningCodes.join(', ')}; or why the mail cannot be filled: render-too-large, render-timeout, render-failed`,
    }),
    line: z.int().nullable(),
    column: z.int().nullable(),
    message: z.string(),
  })
  .openapi('MailProblem')
export type MailProblem = z.infer<typeof mailProblem>

interface Asked {
  /** The language to check; every one there is when absent. */
  locale?: Language
  /** As this contact gets it; a made-up customer's mail when absent. */
  contactId?: string
}

/** What the creative check says of a mail, in the reader's language, by the language it is about. */
export async function warningsOf(
  scope: Scope,
  sources: MailSources,
  { locale, contactId }: Asked,
  reader: Language,
): Promise<Partial<Record<Language, MailProblem[]>>> {
  const found: Partial<Record<Language, MailProblem[]>> = {}
  const filled = withBlocks(sources, await readMailBlocks(scope)).sources
  for (const language of languages) {
    const source = filled[language]
    if (!source || (locale && locale !== language)) continue
    const asked = {
      contactId,
      locale: language,
      unsubscribeUrl: UNSUBSCRIBE_URL,
      keepsRefused: true,
    }
    try {
      const rendered = await previewMail(scope, filled, asked, reader)
      found[language] = checkMail(source, rendered).map((warning) => ({
        ...{ code: warning.code, line: warning.line, column: warning.column },
        message: mailWarningWords(warning, reader),
      }))
    } catch (thrown) {
      found[language] = [unfilled(thrown, reader)]
    }
  }
  return found
}

/** A mail that nobody can be sent is its own worst problem; it stays as it was written, to be mended. */
function unfilled(thrown: unknown, reader: Language): MailProblem {
  const { code, message, details } = AppError.from(thrown)
  if (code !== 'invalid' || typeof details.reason !== 'string') throw thrown
  return {
    ...{ code: details.reason, line: null, column: null },
    message: saidIn(reader, message),
  }
}
