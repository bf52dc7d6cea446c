import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import type { Scope, Tx } from '../connection/scope'
import { type Image, imageColumns } from './image'

/** One picture. Throws AppError not-found. */
export const getImage = (scope: Scope | Tx, id: string): Promise<Image> =>
  inTransaction(scope, async (tx) => {
    const [image] = await tx.sql<Image[]>`
      select ${imageColumns(tx)} from images where workspace_id = ${tx.workspaceId} and id = ${id}`
    if (!image) throw new AppError('not-found', 'This picture does not exist.')
    return image
  })
