const TAKES_KEYS = [
  '[tabindex="0"]',
  'a[href]',
  ...['button', 'input', 'select', 'textarea'].map(
    (tag) => `${tag}:not(:disabled):not([tabindex="-1"])`,
  ),
].join()

/** Parts of the page that F6 goes through, in the order they stand; one that lies in another counts for itself. */
const regions = () =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => firstStop(region) !== null,
  )

/** Where the keyboard lands in a region: the step that is chosen on the canvas, else what comes first. */
function firstStop(region: HTMLElement): HTMLElement | null {
  const stops = [...region.querySelectorAll<HTMLElement>(TAKES_KEYS)].filter(
    (stop) => stop.closest('[data-region]') === region && stop.checkVisibility(),
  )
  const step = stops.find((stop) => stop.matches('[data-step], [data-exit]'))
  return step ?? (region.matches('[tabindex="0"]') ? region : (stops[0] ?? null))
}

/** Puts the keyboard into the next region, or the one before, round and round. */
export function goToRegion(by: 1 | -1) {
  const all = regions()
  const here = document.activeElement?.closest<HTMLElement>('[data-region]')
  const from = here ? all.indexOf(here) : by === 1 ? -1 : 0
  const next = all[(from + by + all.length) % all.length]
  if (next) firstStop(next)?.focus()
}
