import type { BrandColours } from '@relance/core/brand/brand-kit'

const names: Readonly<Record<string, keyof BrandColours>> = {
  primary: 'primary',
  on_primary: 'onPrimary',
  text: 'text',
  muted: 'muted',
  background: 'background',
  surface: 'surface',
}

/** The colour that `{{ brand.… }}` stands for in this workspace, or undefined for any other text. */
export function brandColour(colours: Partial<BrandColours>, said: string): string | undefined {
  const name = names[said.match(/^\{\{\s*brand\.(\w+)\s*\}\}$/)?.[1] ?? '']
  return name && colours[name]
}
