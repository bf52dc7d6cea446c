import { fieldWords } from '../contact/contact-fields'
import { type Signal, signal } from '../event/event'
import { quoted } from '../node/field-value'
import { durationWords } from '../time/duration-words'
import { instantWords } from '../time/instant-words'
import { detailWords } from './detail-words'
import { eventNoun, signalWords } from './event-words'
import { formatMessage } from './format-message'
import { numberWords, shareWords } from './format-number'
import type { Language } from './language'
import { endReasonWords, gateReasonWords } from './reason-words'
import { type TraceCode, traceTexts } from './trace-texts'

type Param = string | number | boolean | null

/** A line of a trace as stored. */
export interface TracedLine {
  code: string
  params: Readonly<Record<string, Param>>
}

/** Who reads it, and where. */
export interface TraceReader {
  language: Language
  /** IANA name: instants are told as its clocks show them. */
  timeZone: string
  /** The name of a mail template by id. */
  template?(id: string): string | undefined
  /** An error's English sentence in their language; as it is when absent. */
  error?(sentence: string): string
}

const isKnown = (code: string): code is TraceCode => Object.hasOwn(traceTexts, code)

/** A line of a trace as a sentence; a code we have no words for as it is. Never throws. */
export function traceWords({ code, params }: TracedLine, reader: TraceReader): string {
  if (!isKnown(code)) return code
  const slots = traceTexts[code].en.matchAll(/\{(\w+)\}/g)
  const said = [...slots].map(([, slot = '']) => {
    const given = params[slot] ?? null
    return [slot, given === null ? absent(slot, reader) : paramWords(slot, given, code, reader)]
  })
  return upperFirst(formatMessage(traceTexts, code, reader.language, Object.fromEntries(said)))
}

const upperFirst = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

const absent = (slot: string, { language }: TraceReader): string => {
  if (slot === 'value') return { en: 'nothing', fr: 'aucune valeur' }[language]
  return slot === 'detail' ? endReasonWords('end', language) : '–'
}

function paramWords(
  slot: string,
  given: NonNullable<Param>,
  code: TraceCode,
  reader: TraceReader,
): string {
  const { language } = reader
  const text = String(given)
  switch (slot) {
    case 'at':
    case 'until':
      return Number.isNaN(Date.parse(text))
        ? text
        : instantWords(new Date(text), language, reader.timeZone)
    case 'for':
    case 'latest':
      return durationWords(text, language)
    case 'event':
      return eventNoun(text, language)
    case 'signal':
      return isSignal(text) ? signalWords[text].noun[language] : text
    case 'template':
      return quoted(reader.template?.(text) ?? text, language)
    case 'reason':
      return gateReasonWords(text, language)
    case 'field':
      return fieldWords(text, language)
    case 'detail':
      return detailWords(text, language)
    case 'label':
    case 'exit':
      return exitWords(text, language)
    case 'value':
      return typeof given === 'boolean'
        ? yesNo[given ? 'yes' : 'no'][language]
        : quoted(typeof given === 'number' ? numberWords(given, language) : text, language)
    case 'error':
      return errorWords(text, reader)
    default:
      if (typeof given === 'number' && code !== 'call-answered') return numberWords(given, language)
      return SHARE.test(text) ? shareWords(Number.parseFloat(text) / 100, language) : text
  }
}

/** As scores by place are stored, whatever language reads them. */
const SHARE = /^\d+ ?%$/

const isSignal = (text: string): text is Signal => signal.safeParse(text).success

const yesNo = { yes: { en: 'yes', fr: 'oui' }, no: { en: 'no', fr: 'non' } }
const exits: Readonly<Record<string, { en: string; fr: string }>> = {
  yes: { en: 'Yes', fr: 'Oui' },
  no: { en: 'No', fr: 'Non' },
  otherwise: { en: 'Otherwise', fr: 'Sinon' },
}
const exitWords = (exit: string, language: Language) =>
  (Object.hasOwn(exits, exit) ? exits[exit]?.[language] : undefined) ?? exit

function errorWords(error: string, { language, error: translated }: TraceReader): string {
  if (error === 'no-result')
    return { en: 'no answer came', fr: 'aucune réponse n’est venue' }[language]
  return asClause(translated?.(error) ?? error)
}

/** A sentence as a part of another: “Il a répondu 404.” follows a colon and is followed by a full stop. */
const asClause = (sentence: string) =>
  sentence.replace(/\.$/, '').replace(/^\p{Lu}(?=[\p{Ll}’' ])/u, (first) => first.toLowerCase())
