/** A text as it stands in HTML, also within an attribute in double quotes. */
export const escapeHtml = (text: string): string =>
  // Most texts hold none of these.
  /[&<>"]/.test(text)
    ? text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
    : text
