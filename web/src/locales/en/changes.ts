/** The draft against a published version. */
export const changes = {
  'compare.gone': 'Removed',
  'compare.goneName': 'Removed: {step}, {sentence}',
  'compare.bringBack': 'Bring back',
  'compare.broughtBack': '{step} is back',
  'compare.becomes': 'becomes',
  'compare.nothing': 'nothing',
}
