import { htmlToText } from 'html-to-text'

/**
 * The text part of a mail, from its HTML before the Liquid is put back: done once at publish
 * rather than per person (a conversion costs as much as a whole send), so loops and conditions
 * live on in the text and are filled with the rest.
 */
export function deriveText(shieldedHtml: string): string {
  // A picture that links says nothing in a text; the title beside it carries the same link.
  const html = shieldedHtml
    .replace(/<a\b[^>]*>\s*<img\b[^>]*>\s*<\/a>/gi, '')
    // A number to call is already in the words.
    .replace(/<a\b[^>]*\shref="tel:[^>]*>([\s\S]*?)<\/a>/gi, '$1')
  const heading = { options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 1 } }
  return htmlToText(html, {
    wordwrap: false,
    selectors: [
      { selector: 'img', format: 'skip' },
      // What a mail shows twice (a picture and its title, both links) says this on the first.
      { selector: '[data-text="skip"]', format: 'skip' },
      {
        selector: 'a',
        options: { linkBrackets: ['<', '>'], hideLinkHrefIfSameAsText: true, noAnchorUrl: true },
      },
      { selector: 'tr', format: 'block', options: { leadingLineBreaks: 1, trailingLineBreaks: 1 } },
      ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, ...heading })),
    ],
  })
}

/** Takes the empty lines out that conditions and loops leave behind. */
export const tidyText = (text: string) =>
  `${text
    .replace(/[ \t]+$/gm, '')
    .replace(/^ (?![*\d])/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
