import type { PersonHere } from '@relance/core/draft/link-messages'

/** Other processes hear of whoever comes, moves or goes at most this often. */
const TELL_MS = 300

interface Wiring {
  /** Says in the room who is here, in whichever process. */
  onPeople: (people: PersonHere[]) => void
  /** Tells other processes who is here in this one; `asks`: they are to tell theirs. */
  tell: (people: PersonHere[], asks: boolean) => void
}

/** Who has one draft open: here, and in other processes as far as they have said lately. */
export class PeopleOfRoom {
  private here: PersonHere[] = []
  private readonly elsewhere = new Map<string, { people: PersonHere[]; at: number }>()
  private timer: ReturnType<typeof setTimeout> | null = null
  private knows = false

  constructor(private readonly wiring: Wiring) {}

  /** Whoever is here in this process has come, moved or gone. */
  are(people: PersonHere[]) {
    this.here = people
    this.say()
    if (people.length === 0) this.tellNow()
    else this.tellSoon()
  }

  /** What another process says; milliseconds of this machine's clock. */
  hear(process: string, people: PersonHere[], at: number) {
    if (people.length > 0) this.elsewhere.set(process, { people, at })
    else this.elsewhere.delete(process)
    this.say()
  }

  /** Drops what processes said before, and never again: they have died. */
  forgetBefore(at: number) {
    const silent = [...this.elsewhere].filter(([, said]) => said.at < at)
    for (const [process] of silent) this.elsewhere.delete(process)
    if (silent.length > 0) this.say()
  }

  /** Tells other processes again that whoever is here still is; says nothing where nobody is. */
  tellSoon() {
    if (this.here.length > 0) this.timer ??= setTimeout(() => this.tellNow(), TELL_MS)
  }

  /** Nothing is told any more. */
  stop() {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
  }

  private tellNow() {
    this.stop()
    this.wiring.tell(this.here, !this.knows)
    this.knows = true
  }

  /** In the order in which they came, in every process the same: ids of windows grow with time. */
  private say() {
    const others = [...this.elsewhere.values()].flatMap(({ people }) => people)
    this.wiring.onPeople([...this.here, ...others].sort((a, b) => (a.id < b.id ? -1 : 1)))
  }
}
