import type { BehaviourSettings } from '@relance/core/contact/behaviour'
import type { Draft, FlowStatus } from '@relance/core/graph/draft'
import type { Graph, Positions } from '@relance/core/graph/graph'
import type { FlowSettings } from '@relance/core/graph/settings'
import type { Problem } from '@relance/core/plan/problem'
import type { PreferenceSettings } from '@relance/core/preference/preference-settings'
import type { PressureSettings } from '@relance/core/pressure/pressure-settings'
import type { RecommendationSettings } from '@relance/core/product/recommendation-settings'
import type { ReportSettings } from '@relance/core/report/report-settings'
import type { SeenLeaf } from '@relance/core/rule/rule'
import type { ScoreSettings } from '@relance/core/score/score-settings'
import type { SendingSettings } from '@relance/core/sending-limit/sending-settings'
import type { Scheduled } from './scheduled'
import type { SenderSettings } from './sender'

/** A page of a list; `next` is the cursor of the following one, or null at the end. */
export interface Page<Item> {
  items: Item[]
  next: string | null
}

export interface Clock {
  kind: 'real' | 'test'
  now: string
}

export type Role = 'viewer' | 'editor' | 'publisher' | 'owner'

export interface Workspace {
  id: string
  name: string
  /** Whether somebody chose the name; the list of workspaces does not say. */
  isNamed?: boolean
  role: Role
  locale: string
  timeZone: string
  /** ISO 4217. */
  currency: string
  clock: Clock
  allowPrivateWebhooks?: boolean
  scores?: ScoreSettings
  behaviour?: BehaviourSettings
  recommendations?: RecommendationSettings
  pressure?: PressureSettings
  sender?: SenderSettings
  preferences?: PreferenceSettings
  sending?: SendingSettings
  reports?: ReportSettings
}

export interface Me {
  user: { id: string; name: string; email: string; language: string } | null
  workspaces: Workspace[]
}

export interface Member {
  userId: string
  name: string
  email: string
  role: Role
}

export interface ScenarioTemplate {
  key: string
  version: number
  name: string
  about: string
  needs: { events: string[]; mails: string[]; data: string[]; products: string[] }
  mails: { key: string; name: string; about: string }[]
  offers: { key: string; name: string; valueCents: number; currency: string }[]
  ready: Record<string, boolean>
  /** What some customers or products have and others lack; a product’s as `product.…`. */
  missing: { need: string; missing: number; of: number }[]
  graph: Graph
  settings: FlowSettings
}

export interface FlowRow {
  id: string
  name: string
  status: FlowStatus
  version: number | null
  hasChanges: boolean
  triggerSummary: string | null
  triggerType?: string | null
  inside: number
  entered: number
  converted: number
  attention: number
  editedAt: string
  problems: number
  scheduled: Scheduled
  sending: SendingStanding | null
  /** Cancelled before its first sending. */
  isCancelled: boolean
}

/** Nothing of it has begun, it has, or nothing of it is to come any more. */
export type SendingStanding = 'to-come' | 'under-way' | 'over'

export interface Flow {
  id: string
  name: string
  status: FlowStatus
  version: number | null
  latest: number
  publishedAt: string | null
  inside: number
  scheduled: Scheduled
  /** Of what is sent to an audience at a set time; null: of anything else. */
  sending: SendingStanding | null
  /** Cancelled before its first sending; `by` is null for a script. */
  cancelled: { at: string; by: string | null } | null
}

export interface CreatedFlow {
  id: string
  name: string
  status: FlowStatus
  draft: Draft
}

export interface FlowVersion {
  version: number
  graph: Graph
  settings: FlowSettings
  positions: Positions
  publishedAt: string
}

export interface ListedVersion {
  version: number
  publishedAt: string
  publishedBy: string | null
  /** What they said of it. */
  note: string | null
  /** When they scheduled it; null: it went live at once. */
  scheduledAt: string | null
  /** How many are inside it now. */
  people: number
}

export interface PublishPreview {
  /** Of the draft that was looked at; publishing takes that one or none. */
  revision: number
  next: number
  live: number | null
  inside: number
  byNode: {
    nodeId: string
    people: number
    kept: boolean
    /** When the waits of those who move would end, and how many would go on at once. */
    ends: { first: string; last: string; atOnce: number } | null
  }[]
  alreadyPast: number | null
  /** Who entered lately, and over how many days; null before the first day is over. */
  entered: { people: number; days: number } | null
  /** Mails saved anew since they were published: which version is live, which would be. */
  mails: { templateId: string; live: number; next: number }[]
  /** For somebody who enters now, at the earliest; null where that hangs on more than lengths of time. */
  firstMessageAt: string | null
  problems: Problem[]
}

export type People = 'finish' | 'move' | 'leave'

export interface PublishRequest {
  people: People
  revision?: number
  alsoPast?: boolean
  targets?: Record<string, string>
  /** Of a move: whole hours (`PT4H`) over which those go on who would do so at once. */
  spread?: string
  /** When it goes live by itself; left out: at once. */
  startAt?: string
  /** Though saved checks lead elsewhere than they should. */
  evenIfChecksFail?: boolean
  /** Said of the version, for its list. */
  note?: string
}

export interface NodeStats {
  entered: number
  waiting: number
  held: number
  heldBy?: Record<string, number>
  /** Messages the mail server has refused for now, and since when they wait. */
  retrying?: { n: number; since: string } | null
  passed: number
  left: number
  converted: number
  attention?: number
  exits: Record<string, number>
}

export interface FlowStats {
  nodes: Record<string, NodeStats>
  inside: number
  entered: number
  converted: number
}

export interface ContactRef {
  id: string
  externalId: string | null
  email: string | null
  firstName: string | null
  lastName: string | null
}

export interface Enrolment {
  id: string
  flowId: string
  flowName?: string
  version: number
  contactId: string
  contact?: ContactRef
  key: string | null
  state: 'waiting' | 'held' | 'attention' | 'ended'
  nodeId: string | null
  visit: number
  anchorAt: string
  dueAt: string | null
  heldBy: string | null
  enteredAt: string
  endedAt: string | null
  endReason: string | null
  endDetail: string | null
  revenueCents: number | null
  error: { message: string } | null
}

export interface TraceEntry {
  id: string
  enrolmentId: string | null
  at: string
  nodeId: string | null
  kind: 'entered' | 'waiting' | 'woken' | 'held' | 'left' | 'note' | 'attention' | 'ended'
  exit: string | null
  code: string
  params: Record<string, unknown>
  seen: SeenLeaf[] | null
  words: string
}

export interface ApiKey {
  id: string
  kind: 'api' | 'write'
  name: string
  hint: string
  createdAt: string
}

export interface SystemStatus {
  url: string
  docsUrl: string
  inboxUrl: string | null
}

/** A key as it is shown once, when made. */
export interface MadeKey {
  id: string
  key: string
}

export interface Advanced {
  now: string
  bursts: number
  messages: number
}

export interface SendEvent {
  contact: { externalId?: string; anonymousId?: string; email?: string }
  type: 'track' | 'page' | 'identify'
  name?: string
  properties?: Record<string, unknown>
}
