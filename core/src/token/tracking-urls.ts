import { signToken } from './sign-token'

/** The links of one message, all signed with its workspace's secret. */
export interface TrackingUrls {
  /** A one-pixel image: its loading is an open. */
  open: string
  /** A page that asks before it unsubscribes; takes RFC 8058's POST. */
  unsubscribe: string
  /**
   * An address that records a click, then leads to `target`. Other than http(s): `target` itself.
   * @param place which of the message's links to that target it is, from 1 on
   */
  click(target: string, place?: number): string
}

const MOST_PLACES = 999
const isWeb = (target: string) => /^https?:\/\//i.test(target)

/**
 * The tracking links of a message.
 * @param base the public address of the server, such as `https://relance.example`
 */
export function trackingUrls(
  base: string,
  secret: Uint8Array,
  { workspaceId, messageId }: { workspaceId: string; messageId: string },
): TrackingUrls {
  const root = base.replace(/\/+$/, '')
  const token = (k: 'o' | 'r' | 'u', u?: string, n?: number) =>
    signToken(secret, { w: workspaceId, m: messageId, k, u, n })
  return {
    open: `${root}/o/${token('o')}.gif`,
    unsubscribe: `${root}/u/${token('u')}`,
    click: (target, place = 1) => {
      if (!isWeb(target)) return target
      // The first says nothing, so most links stay as short as they were.
      const which = place > 1 ? Math.min(place, MOST_PLACES) : undefined
      return `${root}/r/${token('r', target, which)}`
    },
  }
}
