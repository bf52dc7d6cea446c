import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
} from '@codemirror/autocomplete'
import { mailLinks } from '@relance/core/mail/mail-fields'
import type { MailField } from '../api/content-types'
import { readLanguage } from '../words/language-store'
import { completeLiquid } from './complete-liquid'

/** Completion of Liquid in a mail's source, and of the places a link may lead to. */
export function liquidCompletion(fields: () => readonly MailField[]) {
  const source = (context: CompletionContext): CompletionResult | null => {
    const text = context.state.sliceDoc(Math.max(0, context.pos - 400), context.pos)
    const start = context.pos - text.length
    const found = completeLiquid(text, fields())
    if (found) return { from: start + found.from, options: found.options, validFor: /^[\w.]*$/ }
    const link = text.match(/href="$/)
    return link
      ? {
          from: context.pos,
          options: mailLinks.map(({ href, words }) => ({
            label: href,
            detail: words[readLanguage()],
          })),
        }
      : null
  }
  return autocompletion({ override: [source], icons: false })
}
