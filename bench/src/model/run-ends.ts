import type { Run } from './run'
import type { Shop } from './shop'

/** Ends a run; what was queued for it is taken back, unless it came to an End step that lets it out. */
export function endRun(
  shop: Shop,
  run: Run,
  reason: string,
  detail: string | null,
  { atStep = false } = {},
): void {
  Object.assign(run, {
    state: 'ended',
    endedAt: shop.now,
    endReason: reason,
    endDetail: detail,
    dueAt: null,
    listens: [],
    called: null,
    again: null,
    inbox: [],
  })
  if (!atStep) takeBack(shop, run)
}

/** Refuses whatever has not gone out yet. */
export function takeBack(shop: Shop, run: Run): void {
  for (const mail of shop.mails)
    if (mail.run === run && mail.state === 'queued')
      Object.assign(mail, { state: 'refused', reason: 'ended' })
}
