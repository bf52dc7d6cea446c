/** Media types that pictures of mails may have. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const
const MOST_BYTES = 10 * 1024 * 1024

/**
 * Why a file cannot become a picture, as far as can be told before it is sent: its text; null where nothing speaks
 * against it. A browser that does not know a file's type says nothing of it: the server looks inside.
 */
export function refusedFile({
  type,
  size,
}: Pick<File, 'type' | 'size'>): 'images.wrongType' | 'images.tooLarge' | null {
  if (type !== '' && !IMAGE_TYPES.some((known) => known === type)) return 'images.wrongType'
  return size > MOST_BYTES ? 'images.tooLarge' : null
}
