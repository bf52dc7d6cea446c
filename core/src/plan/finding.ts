import type { ProblemCode } from '../words/problem-words'
import type { Problem } from './problem'

/** A problem before it is put in words. */
export interface Finding {
  code: ProblemCode
  nodeId?: string | null
  exit?: string | null
  field?: string | null
  params?: Record<string, string | number>
  fix?: Problem['fix']
}
