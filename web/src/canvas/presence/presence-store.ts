import type { PersonHere, Place } from '@relance/core/draft/link-messages'
import { createStore } from 'zustand'
import type { Overtaken } from '../document/overtake'

/** Somebody else who has the scenario open. */
export interface Other extends PersonHere {
  /** From 1: which of the colours for people is theirs, the same in every window. */
  colour: number
}

/** Colours for people; see `--who-1` and on. */
const COLOURS = 6

export interface Presence {
  others: Other[]
  /** Own values that others have changed, still to be told. */
  lost: Overtaken[]
  /** Tells the others where this person is. */
  tellPlace: (place: Place) => void
  meet: (people: PersonHere[], you: string) => void
  lose: (lost: Overtaken[]) => void
  toldOfLost: () => void
  onPlace: (tell: (place: Place) => void) => void
}

/** Who else is here. Colours go by the order in which people's first window came, so nobody's changes meanwhile. */
export const createPresenceStore = () =>
  createStore<Presence>()((set) => ({
    others: [],
    lost: [],
    tellPlace: () => undefined,
    meet: (people, you) => {
      const whos = [...new Set(people.map(({ who }) => who))]
      const colourOf = (who: string) => (whos.indexOf(who) % COLOURS) + 1
      set({
        others: people
          .filter(({ id }) => id !== you)
          .map((person) => ({ ...person, colour: colourOf(person.who) })),
      })
    },
    lose: (lost) => set((state) => ({ lost: [...state.lost, ...lost] })),
    toldOfLost: () => set({ lost: [] }),
    onPlace: (tellPlace) => set({ tellPlace }),
  }))

export type PresenceStore = ReturnType<typeof createPresenceStore>

/** The first of the others who is at a step; whoever changes it goes before whoever looks. */
export const otherAt =
  (id: string) =>
  ({ others }: Presence): Other | undefined => {
    const here = others.filter(({ place }) => place.step === id)
    return here.find(({ place }) => place.isEditing) ?? here[0]
  }

/** Who else is changing one of these steps. */
export const editorAmong = ({ others }: Pick<Presence, 'others'>, ids: string[]) =>
  others.find(({ place }) => place.isEditing && place.step !== null && ids.includes(place.step))
