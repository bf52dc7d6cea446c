import { AppError } from '@relance/core/error/app-error'
import type { ImageFormat } from '@relance/db/image/image'
import sharp, { type Sharp } from 'sharp'

/** Mails are 600 pixels wide, and screens have two for each. */
const MOST_WIDE = 1_200
/** A file of a few kilobytes may unfold into gigabytes: so many pixels at most, all frames together. */
const MOST_PIXELS = 50_000_000
const QUALITY = 82

/** A picture as it is kept. */
export interface PreparedImage {
  bytes: Buffer
  format: ImageFormat
  width: number
  height: number
}

const starts: { format: ImageFormat; test: (bytes: Buffer) => boolean }[] = [
  {
    format: 'png',
    test: (bytes) => bytes.subarray(0, 8).toString('latin1') === '\x89PNG\r\n\x1a\n',
  },
  { format: 'jpeg', test: (bytes) => bytes.subarray(0, 3).toString('latin1') === '\xff\xd8\xff' },
  { format: 'gif', test: (bytes) => /^GIF8[79]a$/.test(bytes.subarray(0, 6).toString('latin1')) },
  {
    format: 'webp',
    test: (bytes) =>
      bytes.subarray(0, 4).toString('latin1') === 'RIFF' &&
      bytes.subarray(8, 12).toString('latin1') === 'WEBP',
  },
]

const encode: Record<ImageFormat, (image: Sharp) => Sharp> = {
  png: (image) => image.png({ compressionLevel: 9 }),
  jpeg: (image) => image.jpeg({ quality: QUALITY, mozjpeg: true }),
  gif: (image) => image.gif(),
  webp: (image) => image.webp({ quality: QUALITY }),
}

/**
 * A picture made fit for mails: 1,200 pixels wide at most, upright, in the colours of screens, without what cameras note
 * (place, device), written anew in the format it came in. Its content says what it is, whatever its name says.
 * @throws AppError invalid for anything but PNG, JPEG, GIF and WebP, and for what cannot be read as one
 */
export async function prepareImage(file: Buffer): Promise<PreparedImage> {
  const format = starts.find(({ test }) => test(file))?.format
  if (!format)
    throw new AppError(
      'invalid',
      'Pictures are PNG, JPEG, GIF or WebP. An SVG is none: it may hold programs.',
      { field: 'body' },
    )
  try {
    const image = sharp(file, { animated: true, limitInputPixels: MOST_PIXELS, failOn: 'error' })
      .autoOrient()
      .resize({ width: MOST_WIDE, withoutEnlargement: true })
      .toColourspace('srgb')
    const { data, info } = await encode[format](image).toBuffer({ resolveWithObject: true })
    return { bytes: data, format, width: info.width, height: info.pageHeight ?? info.height }
  } catch (cause) {
    const words = 'This picture cannot be read: it is damaged, or unfolds into too many pixels.'
    throw new AppError('invalid', words, { field: 'body' }, { cause })
  }
}
