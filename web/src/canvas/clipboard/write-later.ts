/**
 * Puts a text on the clipboard that is still being gathered. The clipboard is asked for at once, while the key is
 * pressed: some browsers refuse it later.
 */
export async function writeLater(text: Promise<string>): Promise<void> {
  const type = 'text/plain'
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(await text)
  const blob = text.then((whole) => new Blob([whole], { type }))
  await navigator.clipboard.write([new ClipboardItem({ [type]: blob })])
}
