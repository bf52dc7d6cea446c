import { type ChangeHead, fromBase64, toBase64 } from '@relance/core/draft/frames'
import { closeCode, type PersonHere, type Place } from '@relance/core/draft/link-messages'
import { SharedDraft } from '@relance/core/draft/shared-draft'
import { AppError } from '@relance/core/error/app-error'
import type { Scope } from '@relance/db/connection/scope'
import { changesSince } from '@relance/db/flow/changes-since'
import { foldDocument } from '@relance/db/flow/fold-document'
import { openDocument } from '@relance/db/flow/open-document'
import { saveDocument } from '@relance/db/flow/save-document'
import { PeopleOfRoom } from './people-of-room'
import type { Seat } from './seat'

/** Changes after which a document is kept as it stands. */
const FOLD_AFTER = 100
/** Of one window: asking again and again for what never comes ends somewhere. */
const MOST_RESENDS = 500

const NEVER_LOADED = -1

interface Wiring {
  /** The engine's scope of the workspace: whoever changes something does it under their own. */
  scope: Scope
  flowId: string
  /** Nobody is here any more, or it must be made anew. */
  onGone: () => void
  /** Tells other processes who is here in this one. */
  tellElsewhere: (people: PersonHere[], asks: boolean) => void
  /** What is nobody's fault here, such as a database that is away. */
  onTrouble: (error: unknown) => void
}

/**
 * A draft that somebody has open, in this process. A change is stored with the draft it makes, then acknowledged, then
 * handed to the others; what another process stored first is taken in before. Everything happens one after the other.
 */
export class DraftRoom {
  private readonly seats = new Map<string, Seat>()
  private readonly resends = new Map<string, number>()
  private last: Promise<void> = Promise.resolve()
  private draft: SharedDraft | null = null
  private revision = NEVER_LOADED
  private unfolded = 0

  /** Who has it open, in whichever process. */
  readonly people: PeopleOfRoom

  constructor(private readonly wiring: Wiring) {
    this.people = new PeopleOfRoom({
      tell: wiring.tellElsewhere,
      onPeople: (people) => {
        for (const seat of this.all) if (seat.isSeated) seat.tell({ type: 'people', people })
      },
    })
  }

  /** Everybody's seats, for whoever looks after them. */
  get all(): Seat[] {
    return [...this.seats.values()]
  }

  /** Somebody comes; they are told of changes once they have opened. */
  enter(seat: Seat) {
    this.seats.set(seat.id, seat)
  }

  /** Somebody goes. */
  leave(seat: Seat) {
    if (!this.seats.delete(seat.id)) return
    this.resends.delete(seat.id)
    this.tellPeople()
    if (this.seats.size === 0) {
      this.wiring.onGone()
      void this.inTurn(() => this.fold(1))
    }
  }

  /** Hands over what a window lacks: who did what since the revision it knows, where that can be told. */
  open(seat: Seat, have: string, since: number | null): Promise<void> {
    return this.inTurn(async () => {
      const draft = await this.load()
      const { revision } = this
      const told = { you: seat.id, mayDraw: seat.mayDraw, revision, have: toBase64(draft.vector) }
      seat.tell({ type: 'hello', ...told })
      for (const change of await this.since(since)) seat.hand(headOf(change), change.change)
      seat.hand({ revision, by: null, at: null }, draft.missing(fromBase64(have)))
      seat.isSeated = true
      this.tellPeople()
    }, seat)
  }

  /** Takes a change from a window, and says what became of it. */
  take(seat: Seat, number: number, update: Uint8Array): Promise<void> {
    return this.inTurn(
      async () => {
        if (!seat.isSeated) throw new AppError('invalid', 'This change cannot be read.')
        if (!seat.mayDraw)
          throw new AppError('forbidden', 'Your role in this workspace does not allow that.')
        const draft = await this.load()
        if (draft.misses(update)) return this.askAgain(seat, number, draft)
        const change = draft.apply(update)
        if (draft.hasGaps) {
          this.draft = null
          return this.askAgain(seat, number, await this.load())
        }
        this.resends.delete(seat.id)
        if (change) await this.store(seat, draft, change)
        seat.tell({ type: 'saved', number, revision: this.revision })
        await this.fold(FOLD_AFTER)
      },
      seat,
      number,
    )
  }

  /** Somebody is at another step, or begins or ends changing it. */
  move(seat: Seat, place: Place) {
    seat.place = place
    this.tellPeople()
  }

  /** Takes in what other processes have stored, if it reached this revision already. */
  look(revision?: number): Promise<void> {
    return this.inTurn(async () => {
      if (this.draft && (revision === undefined || revision > this.revision))
        await this.catchUp(this.draft)
    })
  }

  /** Resolves when all that was begun is through. */
  settled(): Promise<void> {
    return this.last
  }

  private async store(seat: Seat, draft: SharedDraft, change: Uint8Array) {
    const { flowId } = this.wiring
    for (;;) {
      const drawn = draft.read()
      const by = seat.who === null ? null : seat.name
      const changed = { flowId, revision: this.revision, change, drawn, by }
      const revision = await saveDocument(seat.scope, changed)
      if (revision !== null) {
        this.revision = revision
        this.unfolded++
        const at = new Date().toISOString()
        this.hand({ revision, by, at }, change, seat)
        return
      }
      await this.catchUp(draft)
    }
  }

  private async catchUp(draft: SharedDraft) {
    const { scope, flowId } = this.wiring
    const changes = await changesSince(scope, flowId, this.revision)
    if (changes) {
      for (const change of changes) {
        draft.apply(change.change)
        this.revision = change.revision
        this.unfolded++
        this.hand(headOf(change), change.change)
      }
      return
    }
    const { states, revision } = await openDocument(scope, flowId)
    for (const state of states) {
      draft.apply(state)
      this.hand({ revision, by: null, at: null }, state)
    }
    this.revision = revision
  }

  private async since(revision: number | null) {
    const { scope, flowId } = this.wiring
    if (revision === null || revision >= this.revision) return []
    return (await changesSince(scope, flowId, revision)) ?? []
  }

  private async load(): Promise<SharedDraft> {
    if (this.draft) return this.draft
    const { states, revision } = await openDocument(this.wiring.scope, this.wiring.flowId)
    const draft = new SharedDraft(states)
    if (this.revision === NEVER_LOADED) {
      this.revision = revision
      this.unfolded = states.length - 1
    } else await this.catchUp(draft)
    this.draft = draft
    return draft
  }

  private async fold(after: number) {
    if (!this.draft || this.unfolded < after) return
    const { scope, flowId } = this.wiring
    await foldDocument(scope, { flowId, revision: this.revision, state: this.draft.state })
    this.unfolded = 0
  }

  /** What came hangs on something that did not: it is forgotten, and all that is missing here asked for. */
  private askAgain(seat: Seat, number: number, draft: SharedDraft) {
    const asked = (this.resends.get(seat.id) ?? 0) + 1
    this.resends.set(seat.id, asked)
    if (asked > MOST_RESENDS) throw new AppError('invalid', 'This change cannot be read.')
    seat.tell({ type: 'resend', number, have: toBase64(draft.vector) })
  }

  private hand(head: ChangeHead, update: Uint8Array, but?: Seat) {
    for (const seat of this.all) if (seat !== but && seat.isSeated) seat.hand(head, update)
  }

  private tellPeople() {
    this.people.are(
      this.all.flatMap(({ id, who, name, place, isSeated }): PersonHere[] =>
        who !== null && isSeated ? [{ id, who, name, place }] : [],
      ),
    )
  }

  /** One after the other. What was refused is told to whom it was refused; anything else empties the room. */
  private inTurn(work: () => Promise<void>, seat?: Seat, number = 0): Promise<void> {
    this.last = this.last.then(work).catch((error: unknown) => {
      // It may hold what was not stored.
      this.draft = null
      if (seat && error instanceof AppError && error.code !== 'internal') {
        const { code, message, details } = error
        const field = typeof details.field === 'string' ? details.field : null
        seat.tell({ type: 'refused', number, code, message, field })
        if (!seat.isSeated || code === 'not-found') seat.close(closeCode.refused)
        return
      }
      this.wiring.onTrouble(error)
      for (const each of this.all) each.close(closeCode.later)
    })
    return this.last
  }
}

const headOf = ({ revision, by, at }: { revision: number; by: string | null; at: Date }) => ({
  revision,
  by,
  at: at.toISOString(),
})
