import type { ImageFormat } from '@relance/db/image/image'
import { imageFileName } from './image-store'

/** Where anybody who was sent a picture sees it. @param origin the public address of the server */
export const imageUrl = (origin: string, image: { token: string; format: ImageFormat }) =>
  `${origin}/i/${imageFileName(image)}`
