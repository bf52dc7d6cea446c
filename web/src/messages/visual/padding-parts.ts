/** The four sides of a padding as CSS says them in one to four values, or null where it says something else. */
export function paddingParts(padding: string): [string, string, string, string] | null {
  const parts = padding.trim().split(/\s+/)
  if (parts.length > 4 || !parts.every((part) => /^(0|\d+px)$/.test(part))) return null
  const [top = '0', right = top, bottom = top, left = right] = parts
  return [top, right, bottom, left]
}

/** A padding with another space above (0) or below (2), written as short as before where it can be. */
export function withSpace(padding: string, side: 0 | 2, space: string): string | null {
  const parts = paddingParts(padding)
  if (!parts) return null
  parts[side] = space
  const [top, right, bottom, left] = parts
  if (left !== right) return parts.join(' ')
  if (top !== bottom) return `${top} ${right} ${bottom}`
  return top === right ? top : `${top} ${right}`
}
