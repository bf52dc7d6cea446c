/** A workspace as people see it. Instants are its own clock's. */
export interface Workspace {
  id: string
  organisationId: string
  name: string
  locale: string
  timeZone: string
  currency: string
  /** May webhooks reach private addresses? */
  allowPrivateWebhooks: boolean
  clock: { kind: 'real' | 'test'; now: Date }
}
