import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { atLeast, told } from '../../part'
import type { Scenario } from '../scenario'
import { openShop, people, publishPath } from '../shop/shop'
import { sending, settles, standing, verdict } from '../shop/verdict'
import type { ChaosStack } from '../stack/chaos-stack'
import { makeSmallDisk } from '../stack/small-disk'

const MEGABYTES = 64
const FULL_FOR_MS = 15_000

/** The database's disk is full while people enter and wait; once there is room again, all of it goes on. */
export const fullDisk: Scenario = {
  name: 'full_disk',
  async run({ stack, say, scale }) {
    const count = Math.round(300 * scale)
    const disk = makeSmallDisk(stack.dataDir, MEGABYTES)
    if ('reason' in disk) {
      say(`  full_disk IS LEFT OUT: no file system of our own can be mounted here (${disk.reason})`)
      return [told('full_disk: LEFT OUT, needs root to mount a small file system', 1, '')]
    }
    stack.atEnd(disk.remove)
    const databaseUrl = await stack.database('full_disk', disk.path)
    const shop = await openShop(stack, { name: 'full_disk', databaseUrl })
    await publishPath(shop, ['mail', 'PT5S', 'mail'])
    const worker = shop.startWorker()
    await worker.ready()
    await shop.enter(people('before', count))
    disk.fill()
    const entering = shop.enter(people('during', 2 * count))
    entering.catch(() => undefined) // awaited below, once there is room
    await pause(FULL_FOR_MS)
    const held = await sending(shop)
    say(`  while the disk was full: ${JSON.stringify(await standing(shop))}`)
    disk.empty()
    await entering
    await settles(shop, 3 * count, 200_000, say)
    const rows = await verdict(shop, {
      name: 'full_disk',
      people: 3 * count,
      mails: 6 * count,
      doublesAtMost: held,
    })
    await shop.close()
    return [atLeast('full_disk: writes refused for lack of room', refusals(stack), 1, ''), ...rows]
  },
}

/** What Postgres said of it in its log. */
const refusals = ({ dataDir }: ChaosStack) =>
  readFileSync(join(dataDir, 'logs/postgres.log'), 'utf8').split('No space left on device').length -
  1
