import type { ImageFormat } from '@relance/db/image/image'

/** Where the bytes of pictures lie, by names of ours. */
export interface ImageStore {
  /** Keeps a picture; one of the same name is replaced. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** A picture, or null where there is none of that name. */
  get(name: string): Promise<Uint8Array | null>
  /** Drops a picture; one that is not there is no error. */
  remove(name: string): Promise<void>
  /** Tries it out, once at the start. Throws AppError invalid with what is wrong. */
  check(): Promise<void>
}

const EXTENSIONS: Record<ImageFormat, string> = {
  png: 'png',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
}

/** The name of a picture in its store and in its public address. */
export const imageFileName = ({ token, format }: { token: string; format: ImageFormat }) =>
  `${token}.${EXTENSIONS[format]}`

const NAME = /^[A-Za-z0-9_-]{22}\.(png|jpg|gif|webp)$/

/** The media type of a picture by its name; null for what is no name of ours. */
export function imageMediaType(name: string): string | null {
  const [, extension] = NAME.exec(name) ?? []
  return extension ? `image/${extension === 'jpg' ? 'jpeg' : extension}` : null
}
