/** After this long it is waited no more. */
const PATIENCE_MS = 2_000
/** For browsers that do not say when they are idle. */
const A_WHILE_MS = 100

/** Resolves when the page has nothing to do, or has had something to do for two seconds. */
export const untilIdle = (): Promise<void> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window)
      window.requestIdleCallback(() => resolve(), { timeout: PATIENCE_MS })
    else setTimeout(resolve, A_WHILE_MS)
  })
