import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope } from '../connection/scope'
import { type Image, imageColumns } from './image'

/** Says anew what a picture shows; mails that hold it already keep their words. Throws AppError not-found. */
export const describeImage = (scope: Scope, id: string, alt: string): Promise<Image> =>
  inTransaction(scope, async (tx) => {
    const [image] = await tx.sql<Image[]>`
      update images set alt = ${alt} where workspace_id = ${tx.workspaceId} and id = ${id}
      returning ${imageColumns(tx)}`
    if (!image) throw new AppError('not-found', 'This picture does not exist.')
    return image
  })
