import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '@relance/core/error/app-error'
import type { Surroundings } from '../child/child-spec'
import { ourNodeArgs } from '../child/our-node-args'
import { supervise } from '../child/supervise'
import { rememberedPort } from '../port/remembered-port'
import { waitForPort } from '../port/wait-for-port'
import { root } from '../root'

const MAIN = join(root, 'scripts/node_modules/maildev/dist/bin/maildev.js')
const FIRST_SMTP_PORT = 1025
const FIRST_PAGE_PORT = 1080
const START_WITHIN_MS = 30_000
const STOP_WITHIN_MS = 5_000
/** Enough to look back; its memory grows by some 15 KB a mail. */
const KEPT_MAILS = 5_000

/** Starts the local inbox: takes every mail, delivers none, shows them on a page and keeps them. */
export async function startMail(surroundings: Surroundings) {
  const { dataDir, isThrowAway } = surroundings
  const first = isThrowAway ? {} : { smtp: FIRST_SMTP_PORT, page: FIRST_PAGE_PORT }
  const smtpPort = await rememberedPort(dataDir, 'smtp', first.smtp)
  const pagePort = await rememberedPort(dataDir, 'inbox', first.page)
  const mails = join(dataDir, 'mails')
  mkdirSync(mails, { recursive: true })
  const service = supervise(
    {
      name: 'inbox',
      title: 'The local inbox',
      command: process.execPath,
      args: [
        ...ourNodeArgs(MAIN),
        ...['--smtp', String(smtpPort), '--ip', '127.0.0.1'],
        ...['--web', String(pagePort), '--web-ip', '127.0.0.1'],
        ...['--mail-directory', mails, '--max-emails', String(KEPT_MAILS)],
      ],
      cwd: dataDir,
      stopWithinMs: STOP_WITHIN_MS,
    },
    surroundings,
  )
  try {
    await service.untilReady(untilListening([smtpPort, pagePort]))
  } catch (error) {
    await service.stop()
    throw error
  }
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    inboxUrl: `http://localhost:${pagePort}`,
    stop: service.stop,
  }
}

async function untilListening(ports: number[]) {
  for (const port of ports) {
    if (await waitForPort(port, START_WITHIN_MS)) continue
    throw new AppError('unavailable', `The local inbox does not listen on port ${port}.`)
  }
}
