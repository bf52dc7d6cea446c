import type { ReactNode } from 'react'
import { mayDrawIn, useWorkspace } from './use-workspace'

/** What the server takes from those who draw alone: whoever only looks does not see it. */
export function DrawersOnly({ children }: { children: ReactNode }) {
  return mayDrawIn(useWorkspace()) ? children : null
}
