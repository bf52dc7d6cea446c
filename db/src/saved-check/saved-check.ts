import type { EndReason } from '../enrolment/enrolment'

/** What is compared: only where the way ends, or each step of it. */
export type Compares = 'end' | 'path'

/** How a check is walked, the same each time. Instants are ISO 8601. */
export interface CheckAsked {
  /** A run they really lived; null: they come in at `at`. */
  runId: string | null
  at: string
  /** What happened later is not known. */
  knownUntil: string
  /** What is taken for what nobody could know then, by the key of the choice. */
  choices: Record<string, { is: string; hours?: number }>
  evenIf: boolean
}

/** A line of a trace: words are made of it in the reader's language. */
export interface ToldLine {
  code: string
  params: Record<string, string | number | boolean | null>
}

/** A step of a path; `exit` null where they ended there, or stand. */
export interface PathStep {
  nodeId: string
  /** For words of a step that is drawn no more: its kind, and the name it had. */
  type: string
  name: string | null
  exit: string | null
}

/** A path as a check remembers it: how it begins, goes and ends. */
export interface ExpectedPath {
  /** Why they are not let in. */
  refused: ToldLine | null
  steps: PathStep[]
  end: ({ reason: EndReason; detail: string | null } & ToldLine) | null
  /** Where they stand, if there is no end. */
  standing: string | null
}

export interface SavedCheck {
  id: string
  flowId: string
  contactId: string
  name: string
  compares: Compares
  asked: CheckAsked
  expected: ExpectedPath
  createdBy: string | null
  createdAt: Date
}
