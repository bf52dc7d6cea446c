import type { changes as english } from '../en/changes'

/** Le brouillon face à une version publiée. */
export const changes = {
  'compare.gone': 'Retirée',
  'compare.goneName': 'Retirée : {step}, {sentence}',
  'compare.bringBack': 'Remettre',
  'compare.broughtBack': '{step} est de retour',
  'compare.becomes': 'devient',
  'compare.nothing': 'rien',
} satisfies Record<keyof typeof english, string>
