/** Runs work once the page has been painted as it is now, so that the paint does not wait for it. */
export function afterPaint(work: () => void) {
  requestAnimationFrame(() => {
    // A task: what is drawn in this frame is drawn before it runs.
    setTimeout(work)
  })
}
