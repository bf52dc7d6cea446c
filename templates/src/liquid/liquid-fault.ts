import { formatMessage } from '@relance/core/words/format-message'
import { type LiquidFaultCode, liquidFaultTexts } from './liquid-fault-texts'

/** What is wrong with an author's Liquid: a stable code, and its English. */
export interface LiquidFault {
  fault: LiquidFaultCode
  words: string
}

/** Tags that are parts or ends of others: liquidjs calls them unknown wherever the other is not open. */
const PARTS = /^(?:else|elsif|when|end\w+)$/

/** liquidjs' own sentences (10.30), by what they mean; a group's name is the slot it fills. */
const sentences: readonly (readonly [RegExp, LiquidFaultCode])[] = [
  [/^tag "(?<tag>.*)" not found$/s, 'unknown-tag'],
  [/^unexpected elsif after else$/, 'elsif-after-else'],
  [/^duplicated else$/, 'second-else'],
  [/^tag (?<start>".*") not closed$/s, 'tag-left-open'],
  [/^raw ".*" not closed$/s, 'block-left-open'],
  [/^tag (?<tag>.*) not closed$/s, 'block-left-open'],
  [/^output (?<start>".*") not closed$/s, 'output-left-open'],
  [/^\[ not closed$/, 'bracket-left-open'],
  [/^illegal (?:tag|liquid tag) syntax/, 'tag-without-name'],
  [/^illegal tag: (?<tag>.*)$/s, 'unreadable-loop'],
  [/^undefined filter: (?<filter>.*)$/s, 'unknown-filter'],
  [/^expected filter name$/, 'filter-without-name'],
  [/^expected ":" after filter name$/, 'filter-without-colon'],
  [/^(?<filter>\w+) expect 2 arguments$/, 'filter-without-value'],
  [/^invalid value expression: ""$/, 'missing-value'],
  [/^invalid value expression: (?<value>".*")$/s, 'unreadable-value'],
  [/^expected "\|" before filter$/, 'unreadable-rest'],
  [/^unexpected character (?<value>".*")$/s, 'unexpected-character'],
  [/^unexpected token (?<value>".*"), value expected$/s, 'unexpected-character'],
  [/^(?:invalid range syntax|unbalanced parentheses)$/, 'unreadable-range'],
  [/^(?:expected variable name|invalid capture name)$/, 'assign-without-name'],
  [/^expected "="$/, 'assign-without-equals'],
  [/^empty candidates: /, 'cycle-of-nothing'],
  [/^every line of an inline comment /, 'unreadable-comment'],
  [/^parse length limit exceeded$/, 'too-long'],
  [/^invalid base64 provided to base64_decode$/, 'unreadable-base64'],
  [/^URI malformed$/, 'unreadable-address'],
]

/** What liquidjs shows of a source is written as in JSON. */
const shown = (text: string): string => {
  const value: unknown = /^".*"$/s.test(text) ? JSON.parse(text) : text
  return String(value).trim()
}

/** liquidjs' own words, without the position it adds at the end. */
const saidBy = (error: Error) => error.message.replace(/, line:\d+, col:\d+$/, '')

/** What liquidjs says is wrong, in our words; null where it says what no author is known to cause. */
export function knownLiquidFault(error: Error): LiquidFault | null {
  const said = saidBy(error)
  for (const [sentence, code] of sentences) {
    const found = sentence.exec(said)
    if (!found) continue
    const params = Object.fromEntries(
      Object.entries(found.groups ?? {}).map(([slot, text]) => [slot, shown(text)]),
    )
    const isPart = code === 'unknown-tag' && PARTS.test(String(params.tag))
    return told(isPart ? 'misplaced-tag' : code, { tag: '{% raw %}', ...params })
  }
  return null
}

/** As knownLiquidFault; what is not recognised is quoted. */
export const liquidFault = (error: Error): LiquidFault =>
  knownLiquidFault(error) ?? told('unreadable', { detail: saidBy(error) })

const told = (fault: LiquidFaultCode, params: Record<string, string>): LiquidFault => ({
  fault,
  words: formatMessage(liquidFaultTexts, fault, 'en', params),
})
