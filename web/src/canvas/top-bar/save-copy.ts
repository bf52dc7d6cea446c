import type { Flow } from '../../api/types'
import { type DraftContent, draftOf } from '../document/draft-content'

/** Hands what is drawn to the browser as a file: the draft as the API takes it. */
export function saveCopy(flow: Flow, content: DraftContent) {
  const text = JSON.stringify(draftOf(flow.id, 0, content), null, 2)
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${flow.name}.json`
  link.click()
  URL.revokeObjectURL(url)
}
