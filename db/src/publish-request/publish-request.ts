/** A draft that somebody asked to be published. Names are null for a script. */
export interface PublishRequestMade {
  id: string
  flowId: string
  flowName: string
  /** The draft's, when it was asked for. */
  revision: number
  /** Its steps and rules are still those that were asked for; moving a card changes neither. */
  isCurrent: boolean
  note: string | null
  askedBy: string | null
  askedAt: Date
  /** Null while nobody has answered. */
  answer: 'published' | 'declined' | 'withdrawn' | null
  answeredBy: string | null
  answeredAt: Date | null
  /** Why it was declined. */
  reason: string | null
}
