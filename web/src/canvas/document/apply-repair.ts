import { applyFix } from '@relance/core/graph/edit/apply-fix'
import type { Problem } from '@relance/core/plan/problem'
import { definitions } from '@relance/nodes/definitions'
import { applyChange, changesBetween } from './draft-change'
import { contentOf, draftOf } from './draft-content'
import type { ActName, DraftDocument } from './draft-document'

/** Mends a draft as a problem proposes, as one act. Throws AppError invalid for a fix that is not one of a draft. */
export function applyRepair(
  document: DraftDocument,
  fix: NonNullable<Problem['fix']>,
  name: ActName,
): void {
  const mended = contentOf(applyFix(draftOf('', 0, document.content), fix, definitions))
  document.act(name, () => {
    for (const change of changesBetween(document.content, mended)) applyChange(document, change)
  })
}
