/** A typed reason as the word recorded with the end: “Retour spontané” → `retour-spontane`. */
export const reasonWord = (reason: string): string =>
  reason
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'other'
