import { typographyFaults } from '@relance/core/testing/french-typography'

/** Breaches of French typography in a plain text, and of our own manners: the apostrophe is ’, and nobody shouts. */
export function frenchFaults(text: string): string[] {
  const prose = text.replace(/https?:\/\/\S+/g, '').replace(/\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}/g, 'x')
  const ours = [/\p{L}'\p{L}/gu, /!/g, /\.\.\./g].flatMap((fault) =>
    [...prose.matchAll(fault)].map(({ index }) => prose.slice(Math.max(0, index - 15), index + 10)),
  )
  return [...prose.split('\n').flatMap(typographyFaults), ...ours]
}
