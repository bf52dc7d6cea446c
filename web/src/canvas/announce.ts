import { create } from 'zustand'

/** What the live region says last; the counter makes an equal text be read again. */
export const useAnnouncer = create<{ text: string; count: number }>(() => ({ text: '', count: 0 }))

/** Says something to those who listen rather than look. */
export const announce = (text: string) =>
  useAnnouncer.setState(({ count }) => ({ text, count: count + 1 }))
