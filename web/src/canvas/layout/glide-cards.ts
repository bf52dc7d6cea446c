/** With more cards drawn than this, they jump: moving them all at once would hold the page up. */
const MOST_CARDS = 250
/** Long enough for the cards to be put in place and to glide there; what moves afterwards jumps as ever. */
const LASTS_MS = 500

/**
 * Lets the cards of a drawing glide to the places they get next, until anything is pressed. How long a glide takes, and
 * that there is none for whom motion is reduced, is said by the style.
 */
export function glideCards(ground: HTMLElement): void {
  if (ground.querySelectorAll('.react-flow__node').length > MOST_CARDS) return
  ground.dataset.gliding = ''
  const isOver = new AbortController()
  const rest = () => {
    delete ground.dataset.gliding
    isOver.abort()
  }
  const timer = setTimeout(rest, LASTS_MS)
  isOver.signal.addEventListener('abort', () => clearTimeout(timer))
  for (const sign of ['pointerdown', 'keydown'])
    window.addEventListener(sign, rest, { signal: isOver.signal, capture: true })
}
