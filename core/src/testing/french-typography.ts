const NARROW = '\u202f'
const FULL = '\u00a0'

/** What French sets otherwise than a text does; each with what is found. */
const rules: [fault: string, found: RegExp][] = [
  ['a breaking space before ; ! ? : % € »', / [;!?%€»]| :(?=\s|$)/],
  ['a breaking space after «', /« /],
  ['a narrow space before : % €', new RegExp(`${NARROW}[:%€]`)],
  ['a full space before ; ! ? » or after «', new RegExp(`${FULL}[;!?»]|«${FULL}`)],
  [
    'no space before ; ! ? » or after «',
    new RegExp(`[\\p{L}\\d})»][;!?](?=\\s|$)|[^${NARROW}${FULL} ]»|«[^${NARROW}${FULL} ]`, 'u'),
  ],
  ['no space before : % €', /[\p{L}»)]:(?=\s)|[\d}][%€]/u],
]

/**
 * What is set wrong in a French text: a narrow no-break space stands before ; ! ? and inside « », a no-break space of
 * full width before : % €. Empty where nothing is.
 */
export const typographyFaults = (text: string): string[] =>
  rules.filter(([, found]) => found.test(text)).map(([fault]) => fault)
