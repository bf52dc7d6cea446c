import { channelsOf } from './contrast'

/**
 * A colour between two, as `#rrggbb`.
 * @param share of the second, 0 to 1
 * @returns the first where one of them is neither hexadecimal nor rgb()
 */
export function mixColours(first: string, second: string, share: number): string {
  const [from, to] = [channelsOf(first), channelsOf(second)]
  if (!from || !to) return first
  const mixed = from.map((channel, i) => Math.round(channel + ((to[i] ?? 0) - channel) * share))
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
