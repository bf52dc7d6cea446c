import { formatMessage, type Messages } from './format-message'
import type { Language } from './language'

/** Why a mail server or a provider has not taken a mail, its code in brackets; without a full stop. */
export const providerFaultTexts = {
  unreachable: { en: 'it cannot be reached ({code})', fr: 'il est injoignable ({code})' },
  'too-slow': {
    en: 'it did not answer in time ({code})',
    fr: 'il n’a pas répondu à temps ({code})',
  },
  'bad-key': {
    en: 'it refuses the key or the password ({code})',
    fr: 'il refuse la clé ou le mot de passe ({code})',
  },
  busy: {
    en: 'it wants fewer mails at a time ({code})',
    fr: 'il veut moins d’e-mails à la fois ({code})',
  },
  later: { en: 'it said “later” ({code})', fr: 'il a dit «\u202fplus tard\u202f» ({code})' },
  refused: { en: 'it takes no mail ({code})', fr: 'il ne prend pas d’e-mail ({code})' },
} satisfies Messages

type ProviderFault = keyof typeof providerFaultTexts

/** Codes as a network, SMTP (RFC 5321, RFC 3463) and HTTP give them; the first that fits. */
const byCode: readonly (readonly [RegExp, ProviderFault])[] = [
  [/^(ETIMEDOUT|ETIME|UND_ERR_\w*TIMEOUT)$/, 'too-slow'],
  [/^(EAUTH|5\.7\.8|53[0458]|http-40[13])$/, 'bad-key'],
  [/^http-429$/, 'busy'],
  [/^[A-Z_]+$/, 'unreachable'],
  [/^4/, 'later'],
]

/** What a code of a provider means, in words to follow “the mail server: ”. */
export function providerFaultWords(code: string, language: Language): string {
  const [, fault = 'refused'] = byCode.find(([known]) => known.test(code)) ?? []
  return formatMessage(providerFaultTexts, fault, language, { code })
}

/**
 * A trouble as it is noted, `code: reply`: what the code means, then what was answered, in the provider's own words.
 * Of a broken network only a sentence of ours is told, not what the network's driver calls it.
 * @param said a sentence of ours in the reader's language; any other as it is
 */
export function providerTroubleWords(
  noted: string,
  language: Language,
  said: (sentence: string) => string,
): string {
  const [code = '', ...rest] = noted.split(': ')
  const words = providerFaultWords(code, language)
  const reply = rest.join(': ').trim()
  const isTold = /^[A-Z_]+$/.test(code) ? reply.endsWith('.') : reply !== '' && reply !== code
  const colon = { en: ': ', fr: '\u00a0: ' }[language]
  return words.charAt(0).toUpperCase() + words.slice(1) + (isTold ? colon + said(reply) : '')
}
