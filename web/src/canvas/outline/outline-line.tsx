import { memo } from 'react'
import { ExitLine } from './exit-line'
import { LinkLine } from './link-line'
import type { LinePlace } from './outline-frame'
import type { OutlineRow } from './outline-rows'
import { StepLine } from './step-line'

/** One line of the outline: a step, a way out of one, or where a path joins another. */
export const OutlineLine = memo(function OutlineLine({
  row,
  ...place
}: LinePlace & { row: OutlineRow }) {
  if (row.kind === 'step') return <StepLine row={row} {...place} />
  if (row.kind === 'exit') return <ExitLine row={row} {...place} />
  return <LinkLine row={row} {...place} />
})
