import { IntlMessageFormat } from 'intl-messageformat'
import type { Language, Words } from './language'

/** Texts of one subject: ICU messages in every language, by key. */
export type Messages<Key extends string = string> = Readonly<Record<Key, Words>>

/** What a slot may be filled with. */
export type MessageParams = Readonly<Record<string, string | number>>

const compiled = new Map<string, IntlMessageFormat>()

function compile(text: string, language: Language) {
  const key = `${language}:${text}`
  const known = compiled.get(key)
  if (known) return known
  const fresh = new IntlMessageFormat(text, language)
  compiled.set(key, fresh)
  return fresh
}

/** A message of a catalogue in the reader's language, its slots filled. Throws where one has no value. */
export const formatMessage = <Key extends string>(
  messages: Messages<Key>,
  key: Key,
  language: Language,
  params: MessageParams = {},
): string => formatWords(messages[key], language, params)

/** One ICU text in the reader's language, its slots filled. */
export const formatWords = (words: Words, language: Language, params: MessageParams = {}): string =>
  String(compile(words[language], language).format(params))
