import type { Rule } from '@relance/core/rule/rule'
import type { MailTemplate, Offer } from '../../api/content-types'
import type { Clip } from '../document/clipboard'
import type { Needs, PortableClip } from './clip-text'
import { eventsOf, type Rename, renameSegments, renameThings, thingsOf } from './references'
import { withoutPeople, withoutSecrets } from './without-secrets'

/** Reads what steps name, from the workspace they are copied in; undefined for what is gone there. */
export interface Shelf {
  mail: (id: string) => Promise<Pick<MailTemplate, 'key' | 'name' | 'languages'> | undefined>
  offer: (id: string) => Promise<Omit<Offer, 'id' | 'shown' | 'used'> | undefined>
  segment: (id: string) => Promise<{ name: string; rule: Rule } | undefined>
}

/**
 * Steps with everything they need elsewhere: mails in all their languages, offers, segments with those they are made
 * of. Ids become keys; nothing in it names a person or holds a secret.
 */
export async function packClip(clip: Clip, shelf: Shelf): Promise<PortableClip> {
  const keys = new Keys()
  const { template, offer, segment } = thingsOf(clip.nodes)
  const [messages, offers, segments] = await Promise.all([
    packMails(template, shelf, keys),
    packOffers(offer, shelf, keys),
    packSegments(segment, shelf, keys),
  ])
  const nodes = clip.nodes.map((node) => withoutSecrets(renameThings(node, keys.rename)))
  return { ...clip, nodes, needs: { messages, offers, segments, events: eventsOf(clip.nodes) } }
}

async function packMails(ids: string[], shelf: Shelf, keys: Keys): Promise<Needs['messages']> {
  const found = await Promise.all(ids.map(async (id) => ({ id, mail: await shelf.mail(id) })))
  return found.flatMap(({ id, mail }) => {
    if (!mail) return []
    const { name, languages } = mail
    return [{ key: keys.give('template', id, mail.key ?? name), name, languages }]
  })
}

async function packOffers(ids: string[], shelf: Shelf, keys: Keys): Promise<Needs['offers']> {
  const found = await Promise.all(ids.map(async (id) => ({ id, offer: await shelf.offer(id) })))
  return found.flatMap(({ id, offer }) => {
    if (!offer) return []
    const { name, kind, valueCents, currency, minimumCents, validFor } = offer
    const key = keys.give('offer', id, name)
    return [{ key, name, kind, valueCents, currency, minimumCents, validFor }]
  })
}

/** Segments, and before each those its rule speaks of, so that they can be made in this order. */
async function packSegments(ids: string[], shelf: Shelf, keys: Keys): Promise<Needs['segments']> {
  const packed: { key: string; name: string; rule: Rule }[] = []
  const seen = new Set<string>()
  const pack = async (id: string): Promise<void> => {
    if (seen.has(id)) return
    seen.add(id)
    const segment = await shelf.segment(id)
    if (!segment) return
    const inner: string[] = []
    renameSegments(segment.rule, (_, each) => {
      inner.push(each)
      return each
    })
    for (const each of inner) await pack(each)
    const key = keys.give('segment', id, segment.name)
    packed.push({ key, name: segment.name, rule: withoutPeople(segment.rule) })
  }
  for (const id of ids) await pack(id)
  return packed.map(({ rule, ...rest }) => ({ ...rest, rule: renameSegments(rule, keys.rename) }))
}

const asKey = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '') || 'thing'

/** A key for each id, of its name; two of one name are told apart by a number. */
class Keys {
  private readonly given = new Map<string, string>()

  give(kind: string, id: string, name: string): string {
    const wanted = asKey(name)
    const taken = new Set(
      [...this.given].flatMap(([of, key]) => (of.startsWith(kind) ? [key] : [])),
    )
    let key = wanted
    for (let n = 2; taken.has(key); n++) key = `${wanted}-${n}`
    this.given.set(`${kind} ${id}`, key)
    return key
  }

  /** What is gone where it was copied stays out: its id means nothing elsewhere. */
  rename: Rename = (kind, id) => this.given.get(`${kind} ${id}`) ?? null
}
