import type { FontName } from './brand-kit'

interface FontPair {
  title: string
  text: string
}

const SANS = 'Helvetica Neue, Helvetica, Arial, sans-serif'
const SERIF = 'Georgia, Times New Roman, Times, serif'

/** CSS families of titles and texts, each present on common systems: mail programs load no fonts. Without quotes, so that they may stand in an attribute. */
export const brandFonts: Readonly<Record<FontName, FontPair>> = {
  classic: { title: SERIF, text: SANS },
  plain: { title: SANS, text: SANS },
  serif: { title: SERIF, text: SERIF },
  humanist: {
    title: 'Trebuchet MS, Lucida Grande, Tahoma, sans-serif',
    text: 'Trebuchet MS, Lucida Grande, Tahoma, sans-serif',
  },
  wide: { title: 'Verdana, Geneva, sans-serif', text: 'Verdana, Geneva, sans-serif' },
}
