export type Bag = Record<string, unknown>

/** One call as Segment's HTTP API takes it in a batch. */
export interface Call {
  type: 'page' | 'track' | 'identify' | 'alias'
  messageId: string
  timestamp: string
  context: Bag
  anonymousId?: string
  userId?: string
  previousId?: string
  name?: string
  event?: string
  properties?: Bag
  traits?: Bag
  /** From a link in a mail, signed by the server: whose browser this is. */
  visitorToken?: string
}
