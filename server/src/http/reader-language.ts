import { type Language, languageOf } from '@relance/core/words/language'

/** The first language of an `Accept-Language` header that we speak, in the order of its weights; null: none. */
export function readerLanguage(header: string | undefined): Language | null {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...params] = part.trim().split(';')
      const weight = params.find((param) => param.trim().startsWith('q='))
      return {
        language: languageOf(tag.trim()),
        weight: weight ? Number(weight.trim().slice(2)) : 1,
      }
    })
    .filter(({ language, weight }) => language !== null && weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wanted[0]?.language ?? null
}
