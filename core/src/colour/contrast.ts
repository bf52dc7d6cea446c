const NAMED: Readonly<Record<string, string>> = { white: '#ffffff', black: '#000000' }
const HEX = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i
const SHORT_HEX = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i
const RGB = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/i

/** Red, green and blue, 0 to 255, of a hexadecimal or rgb() colour; null for one written in another way. */
export function channelsOf(colour: string): number[] | null {
  const text = NAMED[colour.trim().toLowerCase()] ?? colour.trim()
  const short = SHORT_HEX.exec(text)
  if (short) return short.slice(1).map((digit) => Number.parseInt(digit + digit, 16))
  const long = HEX.exec(text)
  if (long) return long.slice(1).map((pair) => Number.parseInt(pair, 16))
  const rgb = RGB.exec(text)
  return rgb ? rgb.slice(1).map(Number) : null
}

/** Relative luminance as WCAG 2.2 defines it, 0 for black to 1 for white. */
function luminance(channels: number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A ratio as it is told, with one decimal and never rounded up: 4.49 is not 4.5. */
export const toldRatio = (ratio: number): number => Math.floor(ratio * 10) / 10

/**
 * The contrast ratio of two colours, 1 to 21 (WCAG 2.2, 1.4.3). Null where one of them is neither hexadecimal nor rgb().
 */
export function contrast(one: string, other: string): number | null {
  const [a, b] = [channelsOf(one), channelsOf(other)]
  if (!a || !b) return null
  const [darker, lighter] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05)
}
