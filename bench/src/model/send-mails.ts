import { refusalOf } from './facts'
import { DAY } from './minutes'
import type { Mail } from './run'
import type { Shop } from './shop'
import { Undetermined } from './story'
import { spread } from './tell'

const LOSES_ITS_MOMENT = 3 * DAY

/** Sends what may go now. True when anything changed. */
export function sendMails(shop: Shop): boolean {
  const ready = shop.mails.filter((mail) => isReady(shop, mail))
  const gone = ready.filter(({ run }) => isGone(run.person.email))
  if (
    gone.some((mail) =>
      gone.some((other) => other !== mail && other.run.person === mail.run.person),
    )
  )
    throw new Undetermined('Two mails to an address that does not exist, in one instant.')
  for (const mail of ready) send(shop, mail)
  return ready.length > 0
}

/** An address whose server says that nobody is there. */
export const isGone = (email: string | null) => email?.startsWith('gone') ?? false

function isReady(shop: Shop, mail: Mail): boolean {
  const { run } = mail
  if (mail.state !== 'queued' || mail.sendAt > shop.now || run.flow.status === 'paused')
    return false
  const first = shop.mails.find((other) => other.run === run && other.state === 'queued')
  return first === mail
}

function send(shop: Shop, mail: Mail): void {
  const { person } = mail.run
  if (shop.now > mail.queuedAt + LOSES_ITS_MOMENT)
    return void Object.assign(mail, { state: 'failed', reason: 'too-late' })
  const reason = refusalOf(person, shop.suppressed)
  if (reason) return void Object.assign(mail, { state: 'refused', reason })
  if (!isGone(person.email))
    return void Object.assign(mail, { state: 'sent', reason: null, sentAt: shop.now })
  Object.assign(mail, { state: 'failed', reason: 'bounced-hard' })
  shop.suppressed.add(person.email ?? '')
  spread(shop, person, { id: '', name: 'Email Bounced', at: shop.now, properties: {} })
}
