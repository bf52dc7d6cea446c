import { z } from '@hono/zod-openapi'
import { type Language, language } from '@relance/core/words/language'
import type { Scope } from '@relance/db/connection/scope'
import {
  type MailSources,
  type MailTemplate,
  mailSource,
} from '@relance/db/mail-template/mail-template'
import { instant, uuid } from '../http/schemas'
import { type MailProblem, mailProblem, warningsOf } from './warnings-of'

/** The texts of a mail in every language it has. */
export const mailLanguages = z
  .object({ en: mailSource.optional(), fr: mailSource.optional() })
  .refine((sent) => sent.en !== undefined || sent.fr !== undefined, {
    error: 'give at least one language',
  })

export const mailName = z.string().trim().min(1).max(120)

export const mail = z
  .object({
    id: uuid,
    key: z.string().nullable(),
    name: z.string(),
    languages: z.object({ en: mailSource.optional(), fr: mailSource.optional() }),
    version: z.int(),
    updatedAt: instant,
  })
  .openapi('MailTemplate')

/** A mail with what the creative check says of it. */
export const checkedMail = mail
  .extend({ problems: z.array(mailProblem.extend({ locale: language })) })
  .openapi('CheckedMailTemplate')

/** A new mail: in several languages, or written flat in one, the workspace's where none is said. */
export const newMail = z.union([
  z.object({ name: mailName, languages: mailLanguages }),
  mailSource.extend({ name: mailName, locale: language.optional() }),
])

/** The languages that were sent, those left out absent. */
export const sourcesOf = ({ en, fr }: z.infer<typeof mailLanguages>): MailSources => ({
  ...(en && { en }),
  ...(fr && { fr }),
})

/** A mail as it was saved, with what the creative check says of every language of it. */
export async function withProblems(
  scope: Scope,
  made: MailTemplate,
  reader: Language,
  asked: { contactId?: string } = {},
): Promise<MailTemplate & { problems: (MailProblem & { locale: Language })[] }> {
  const found = await warningsOf(scope, made.languages, asked, reader)
  const problems = language.options.flatMap((locale) =>
    (found[locale] ?? []).map((problem) => ({ locale, ...problem })),
  )
  return { ...made, problems }
}
