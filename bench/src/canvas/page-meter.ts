/**
 * What measures inside the page, as a script that is there before the app. Times are milliseconds.
 * `nextPress` makes `answer` how long after the next key the page stood painted again; `until` how long after a press
 * or key something was there; `start` and `stop` collect the time between frames; `longest` is the longest task so far.
 */
export const PAGE_METER = `
// Keys held beside another come first, and do nothing.
const isHeldBeside = (key) => ['Alt', 'Control', 'Meta', 'Shift'].includes(key)
window.meter = {
  drawnAt: null,
  longest: 0,
  frames: [],
  isRunning: false,
  start() {
    this.frames = []
    this.longest = 0
    this.isRunning = true
    let last = performance.now()
    const tick = (now) => {
      if (!this.isRunning) return
      this.frames.push(now - last)
      last = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame((now) => { last = now; requestAnimationFrame(tick) })
  },
  stop() {
    this.isRunning = false
    return { frames: this.frames, longest: this.longest }
  },
  nextPress() {
    this.answer = new Promise((resolve) => {
      const press = ({ key, timeStamp }) => {
        if (isHeldBeside(key)) return
        window.removeEventListener('keydown', press, true)
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)))
      }
      window.addEventListener('keydown', press, true)
    })
  },
  until(event, isThere) {
    this.answer = new Promise((resolve) => {
      const press = ({ key, timeStamp }) => {
        if (isHeldBeside(key)) return
        window.removeEventListener(event, press, true)
        const look = () => isThere() ? resolve(performance.now() - timeStamp) : requestAnimationFrame(look)
        requestAnimationFrame(look)
      }
      window.addEventListener(event, press, true)
    })
  },
}
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) window.meter.longest = Math.max(window.meter.longest, duration)
}).observe({ type: 'longtask' })
const drawn = new MutationObserver(() => {
  if (!document.querySelector('[data-step]')) return
  drawn.disconnect()
  window.meter.drawnAt = performance.now()
})
drawn.observe(document, { childList: true, subtree: true })
`
