/** A number as people write it: decimal comma or point, spaces between thousands; null for anything else. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace(/[\s\u00a0\u202f]/g, '')
  if (!/^\d+([.,]\d+)?$/.test(plain)) return null
  return Number(plain.replace(',', '.'))
}
