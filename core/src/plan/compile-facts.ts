/** What the compiler must know of a mail template. */
export interface TemplateFacts {
  name: string
  /** The version to pin. */
  version: number
  deleted?: boolean
  hasSubject: boolean
  hasUnsubscribe: boolean
  isEmpty: boolean
  /** Line of the first error in its source, from 1; null where it compiles. */
  errorLine?: number | null
  /** Contact fields its text uses without a fallback, named as in rules. */
  usedFields: readonly string[]
}

export interface OfferFacts {
  name: string
  deleted?: boolean
  /** How long a code lasts from when it is given. ISO 8601. */
  validFor?: string | null
}

/** What a back-test of the last thirty days found of a trigger. */
export interface PastEntries {
  trigger: { type: string; config: Readonly<Record<string, unknown>> }
  reentry: unknown
  /** How many would have entered in all, and at most within one hour. */
  entered: number
  most: number
}

/** What a workspace knows, gathered before compiling: the compiler itself asks nobody. */
export interface CompileFacts {
  templates: Readonly<Record<string, TemplateFacts>>
  offers: Readonly<Record<string, OfferFacts>>
  segments: Readonly<Record<string, { name: string }>>
  /** Names of all events ever received. */
  events: readonly string[]
  /** The client's own contact fields ever received; built-in ones need not be listed. */
  fields: readonly string[]
  /** How many customers lack a field; what is not counted is not complained of. */
  missing?: Readonly<Record<string, number>>
  /** How many people stand at a node or have passed it, for V18. */
  peopleAt?: Readonly<Record<string, number>>
  /** Whom emails come from, where the workspace asks that the domain be checked; V10. */
  sender?: { domain: string; isVerified: boolean } | null
  /**
   * People inside who have had as many emails as the limit allows, by the step they wait at: how many hours after they
   * go on from there another may be sent (rounded up), and how many people; V23.
   */
  fullAt?: Readonly<Record<string, Readonly<Record<string, number>>>>
  /** Of the flow's latest back-test, while it is of today; V21, V22. */
  pastEntries?: PastEntries | null
  /** The workspace's zone. IANA name. */
  timeZone: string
}
