/** Frames that what was out of sight is given to be drawn before the keyboard gives up on it. */
const FRAMES = 60

let wanted = ''

/**
 * Puts the keyboard on something: at once where it is drawn, else as soon as it is; what was asked for last wins. Whoever
 * types quickly is not to type into what they have just left.
 */
export function focusOnceDrawn(selector: string) {
  wanted = selector
  const focus = () => {
    const card = window.document.querySelector<HTMLElement>(selector)
    card?.focus({ preventScroll: true })
    return card !== null
  }
  focus()
  const held = window.document.activeElement
  /** The keyboard has gone on meanwhile, to a list, the search or the map that was opened. */
  const hasGoneOn = () => {
    const now = window.document.activeElement
    return now !== held && Boolean(now?.closest('[role=dialog], [data-region=search], [data-map]'))
  }
  const look = (frames: number) =>
    requestAnimationFrame(() => {
      if (wanted !== selector || hasGoneOn()) return
      if (!focus() && frames > 0) look(frames - 1)
    })
  // And again one frame later than what is drawn now: a list that closes gives its focus back.
  requestAnimationFrame(() => look(FRAMES))
}
