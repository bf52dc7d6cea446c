import type { Language } from '@relance/core/words/language'
import { saidIn } from '../http/error-words'

interface Stopped {
  error: { message: string } | null
}

/** A run as its reader sees it: what stopped it in their language. */
export const withError = <Run extends Stopped>(run: Run, language: Language): Run => ({
  ...run,
  error: run.error && { ...run.error, message: saidIn(language, run.error.message) },
})

/** A page of runs, each as `withError`. */
export const withErrors = <Run extends Stopped>(
  page: { items: Run[]; next: string | null },
  language: Language,
) => ({ ...page, items: page.items.map((run) => withError(run, language)) })
