import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { AppError } from '@relance/core/error/app-error'
import { word } from '@relance/core/id/ids'
import type { Language } from '@relance/core/words/language'
import { parse } from 'yaml'
import { z } from 'zod'
import type { MailSource } from './compile-mail'
import { expandIncludes } from './mjml/expand-includes'
import { words } from './scenario/words'

const folder = fileURLToPath(new URL('../mails/', import.meta.url))

const meta = z.strictObject({
  key: word,
  version: z.int().min(1),
  name: words,
  about: words,
  subject: words,
  preheader: words,
})

/** A mail that comes with the product, in every language, each self-contained. */
export interface ShippedMail
  extends Pick<z.infer<typeof meta>, 'key' | 'version' | 'name' | 'about'> {
  sources: Record<Language, MailSource & { language: Language }>
}

async function loadMail(key: string): Promise<ShippedMail> {
  const { subject, preheader, ...mail } = meta.parse(
    parse(await readFile(`${folder}${key}/mail.yaml`, 'utf8')),
  )
  if (mail.key !== key)
    throw new AppError('internal', `The mail in ${key} calls itself ${mail.key}.`)
  const source = async (language: Language) => ({
    language,
    subject: subject[language],
    preheader: preheader[language],
    mjml: await expandIncludes(`${folder}${key}/${language}.mjml`),
  })
  const [en, fr] = await Promise.all([source('en'), source('fr')])
  return { ...mail, sources: { en, fr } }
}

async function readMails(): Promise<ShippedMail[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const keys = entries.filter(
    (entry) => entry.isDirectory() && !['blocks', 'golden'].includes(entry.name),
  )
  return Promise.all(
    keys
      .map(({ name }) => name)
      .sort()
      .map(loadMail),
  )
}

let mails: Promise<ShippedMail[]> | undefined

/** The mails that come with the product, by key; read from disk once. */
export function loadMails(): Promise<ShippedMail[]> {
  mails ??= readMails()
  return mails
}
