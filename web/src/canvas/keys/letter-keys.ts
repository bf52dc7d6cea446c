import { create } from 'zustand'

const KEY = 'relance.letter-keys'

/** Whether single letters act on the canvas, in this browser: whoever speaks to a computer, or hits keys by chance, turns them off. */
export const useLetterKeys = create<{ isOn: boolean; turn: (isOn: boolean) => void }>((set) => ({
  isOn: localStorage.getItem(KEY) !== 'off',
  turn: (isOn) => {
    localStorage.setItem(KEY, isOn ? 'on' : 'off')
    set({ isOn })
  },
}))

/** Whether a press, by its name as `keyName` gives it, is a letter, a figure or a sign alone, or with Shift. */
export const isLetterKey = (pressed: string): boolean => pressed.replace(/^shift /, '').length === 1
