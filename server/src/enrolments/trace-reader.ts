import type { Language } from '@relance/core/words/language'
import type { TraceReader } from '@relance/core/words/trace-words'
import type { Scope } from '@relance/db/connection/scope'
import { listMailNames } from '@relance/db/mail-template/list-mail-names'
import { getWorkspace } from '@relance/db/workspace/get-workspace'
import { saidIn } from '../http/error-words'

/** Who reads a trace: their language, the workspace's clocks, the names of its mails. */
export async function readerOf(scope: Scope, language: Language): Promise<TraceReader> {
  const [{ timeZone }, names] = await Promise.all([getWorkspace(scope), listMailNames(scope)])
  return {
    ...{ language, timeZone, template: (id) => names.get(id) },
    error: (sentence) => saidIn(language, sentence),
  }
}
