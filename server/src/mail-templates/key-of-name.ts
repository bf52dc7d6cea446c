const LONGEST = 40

/** A key that can stand in a mail, from a name: letters without accents and digits, joined by hyphens. */
export const keyOfName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '') || 'block'
