import { formatMessage } from '@relance/core/words/format-message'
import { type MjmlFaultCode, mjmlFaultTexts } from './mjml-fault-texts'

/** What MJML refuses: a stable code, and its English. */
export interface MjmlFault {
  fault: MjmlFaultCode
  words: string
}

/** MJML's own sentences (5.4), by what they mean; a group's name is the slot it fills. */
const sentences: readonly (readonly [RegExp, MjmlFaultCode])[] = [
  [/^Element \S+ doesn't exist or is not registered$/, 'unknown-element'],
  [/^Attributes? (?<attribute>.+) (?:is|are) illegal$/s, 'unknown-attribute'],
  [
    /^Attribute (?<attribute>\S+) has invalid value: (?<value>.*) for type Unit, only accepts \((?<units>.*?)\)/s,
    'wrong-unit',
  ],
  [
    /^Attribute (?<attribute>\S+) has invalid value: (?<value>.*) for type Enum, only accepts (?<choices>.*)$/s,
    'wrong-choice',
  ],
  [/^Attribute (?<attribute>\S+) has invalid value: (?<value>.*) for type \w+$/s, 'wrong-value'],
  [/^\S+ cannot be used inside (?<parent>\S+), only inside: (?<parents>.*)$/s, 'wrong-place'],
]

/**
 * What MJML says of an element, in our words; what is not recognised is quoted.
 * @param element the name of its tag; absent where MJML means the whole text
 */
export function mjmlFault(said: string, element = 'mjml'): MjmlFault {
  for (const [sentence, fault] of sentences) {
    const found = sentence.exec(said)
    if (found) return told(fault, { element, ...found.groups })
  }
  return told('unreadable', { detail: said })
}

const told = (fault: MjmlFaultCode, params: Record<string, string>): MjmlFault => ({
  fault,
  words: formatMessage(mjmlFaultTexts, fault, 'en', params),
})
