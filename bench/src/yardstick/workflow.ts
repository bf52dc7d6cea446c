import { proxyActivities, sleep } from '@temporalio/workflow'
import type { Activities } from './activities'

const { sendMail } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumInterval: '1 minute' },
})

/** Somebody's mails, one after the other with a pause before each but the first. */
export async function mails({
  userId,
  count,
  pauseMs,
}: {
  userId: string
  count: number
  pauseMs: number
}) {
  for (let number = 1; number <= count; number++) {
    if (number > 1) await sleep(pauseMs)
    const sent = await sendMail({ userId, number })
    if (!sent) return
  }
}
