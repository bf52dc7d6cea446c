import type { NodeCategory, NodeDefinition } from '@relance/core/node/definition'

/** Text without accents or case, so that « delai » finds « Délai ». */
export const plainText = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Step types whose name, half-sentence or synonyms in either language hold every word typed. */
export function findSteps(types: NodeDefinition[], search: string): NodeDefinition[] {
  const words = plainText(search).split(/\s+/).filter(Boolean)
  if (words.length === 0) return types
  const score = (type: NodeDefinition) => {
    const titles = plainText(`${type.title.en} ${type.title.fr}`)
    const all = plainText(`${titles} ${type.about.en} ${type.about.fr} ${type.keywords.join(' ')}`)
    if (!words.every((word) => all.includes(word))) return 0
    const [first = ''] = words
    return titles.split(' ').some((part) => part.startsWith(first))
      ? 3
      : titles.includes(first)
        ? 2
        : 1
  }
  return types
    .map((type, place) => ({ type, place, score: score(type) }))
    .filter((found) => found.score > 0)
    .sort((a, b) => b.score - a.score || a.place - b.place)
    .map((found) => found.type)
}

/** Groups in the given order, those without a step left out. */
export const groupSteps = (types: NodeDefinition[], order: NodeCategory[]) =>
  order
    .map((category) => ({ category, types: types.filter((type) => type.category === category) }))
    .filter((group) => group.types.length > 0)
