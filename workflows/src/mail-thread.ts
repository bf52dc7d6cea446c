import { parentPort, workerData } from 'node:worker_threads'
import { deliverEmail } from '@relance/channels/email/deliver'
import { emailTransport } from '@relance/channels/email/transport'
import { carry } from './dispatch/carried-error'
import type { Handed, HandedOut } from './dispatch/hand-out-apart'

// The program of the thread that writes mails and hands them out; see dispatch/hand-out-apart.ts.
const transport = emailTransport((workerData as { url: string }).url)

parentPort?.on('message', async ({ id, message }: Handed) => {
  const answer: HandedOut = await deliverEmail(transport, message).then(
    (delivery) => ({ id, delivery }),
    (error: unknown) => ({ id, error: carry(error) }),
  )
  parentPort?.postMessage(answer)
})
