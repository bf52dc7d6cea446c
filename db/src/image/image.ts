import type { Tx } from '../connection/scope'

export const imageFormats = ['png', 'jpeg', 'gif', 'webp'] as const
export type ImageFormat = (typeof imageFormats)[number]

/** A picture for mails, as it is kept: already resized. */
export interface Image {
  id: string
  /** 128 bits, chosen at random: whoever has it may see the picture. */
  token: string
  name: string
  /** What it shows, for whoever does not see it. */
  alt: string
  format: ImageFormat
  width: number
  height: number
  bytes: number
  createdAt: Date
}

/** The columns of an image. */
export const imageColumns = ({ sql }: Tx) =>
  sql`id, token, name, alt, format, width, height, bytes, created_at as "createdAt"`
