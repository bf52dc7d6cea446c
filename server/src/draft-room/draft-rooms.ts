import { HEARTBEAT_MS } from '@relance/core/draft/link-messages'
import { newId } from '@relance/core/id/ids'
import type { Sql } from '@relance/db/connection/connect'
import type { Scope } from '@relance/db/connection/scope'
import { type ChangedDraft, hearDrafts } from '@relance/db/flow/draft-channel'
import { hearPeople, type PeopleThere, tellPeople } from '@relance/db/flow/people-channel'
import type { Log } from '../log'
import { DraftRoom } from './draft-room'
import type { Seat } from './seat'

/** A draft that changed elsewhere is seen this soon even if nobody told of it. */
const LOOK_MS = 5_000
/** Who another process has not told of for so long is no longer here: it has died. */
const SILENT_MS = 3 * LOOK_MS
/** 1012: the service restarts, come again. */
const RESTART = 1012

/** The drafts that are open in this process. Others' changes to them are heard of by Postgres' notifications. */
export class DraftRooms {
  private readonly rooms = new Map<string, DraftRoom>()
  /** Tells this process from the others. */
  private readonly process = newId()
  private isStopped = false

  constructor(
    private readonly sql: Sql,
    private readonly log: Log,
  ) {}

  /** Sits down at a draft; answers its room. */
  enter(seat: Seat, flowId: string): DraftRoom {
    const key = keyOf({ workspaceId: seat.scope.workspaceId, flowId })
    const room = this.rooms.get(key) ?? this.make(key, seat.scope.workspaceId, flowId)
    room.enter(seat)
    return room
  }

  /** Begins to hear of other processes, and to look after connections and roles. Answers how to stop. */
  async start(): Promise<() => Promise<void>> {
    const everyRoom = () => [...this.rooms.values()]
    const lookEverywhere = () => void Promise.all(everyRoom().map((room) => room.look()))
    const onChange = (changed: ChangedDraft) =>
      void this.rooms.get(keyOf(changed))?.look(changed.revision)
    const deafen = await hearDrafts(this.sql, onChange, lookEverywhere)
    const tellAgain = () => {
      for (const room of this.rooms.values()) room.people.tellSoon()
    }
    const missPeople = await hearPeople(this.sql, (there) => this.hear(there), tellAgain)
    const looking = setInterval(() => {
      lookEverywhere()
      tellAgain()
      this.forgetSilent(Date.now() - SILENT_MS)
    }, LOOK_MS)
    const caring = setInterval(() => void this.care(), HEARTBEAT_MS)
    return async () => {
      clearInterval(looking)
      clearInterval(caring)
      const rooms = everyRoom()
      for (const room of rooms) for (const seat of room.all) seat.close(RESTART)
      await Promise.all(rooms.map((room) => room.settled()))
      for (const room of rooms) room.people.are([])
      this.isStopped = true
      await this.told
      await Promise.all([deafen(), missPeople()])
    }
  }

  /** Connections that are gone are let go of, and roles that were taken away count from now on. */
  async care(): Promise<void> {
    const seats = [...this.rooms.values()].flatMap((room) => room.all)
    await Promise.all(
      seats.map(async (seat) => {
        if (!seat.isAlive()) return seat.close(RESTART)
        seat.tell({ type: 'here' })
        const mayDraw = await seat.mayDrawNow()
        if (mayDraw !== seat.mayDraw) seat.close(RESTART)
      }),
    ).catch((error: unknown) => this.log.warn({ err: error }, 'cannot look after open drafts'))
  }

  /** People whom other processes told of last before `at`, in milliseconds, are gone. */
  forgetSilent(at: number) {
    for (const room of this.rooms.values()) room.people.forgetBefore(at)
  }

  private hear(there: PeopleThere) {
    const room = this.rooms.get(keyOf(there))
    if (!room || there.process === this.process) return
    room.people.hear(there.process, there.people, Date.now())
    if (there.asks) room.people.tellSoon()
  }

  /** Resolves when other processes know all that they were told of people. */
  private told: Promise<void> = Promise.resolve()
  private tell(there: Omit<PeopleThere, 'process'>) {
    if (this.isStopped) return
    const { process, sql, log } = this
    this.told = this.told
      .then(() => tellPeople(sql, { process, ...there }))
      .catch((error: unknown) => log.warn({ err: error }, 'cannot tell who has a draft open'))
  }

  private make(key: string, workspaceId: string, flowId: string): DraftRoom {
    const scope: Scope = { workspaceId, sql: this.sql }
    const room: DraftRoom = new DraftRoom({
      scope,
      flowId,
      tellElsewhere: (people, asks) => this.tell({ workspaceId, flowId, people, asks }),
      onGone: () => {
        if (this.rooms.get(key) === room) this.rooms.delete(key)
      },
      onTrouble: (error) => this.log.warn({ err: error, workspaceId, flowId }, 'a draft is closed'),
    })
    this.rooms.set(key, room)
    return room
  }
}

const keyOf = ({ workspaceId, flowId }: Pick<ChangedDraft, 'workspaceId' | 'flowId'>) =>
  `${workspaceId}:${flowId}`
