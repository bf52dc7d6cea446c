import { AppError } from '@relance/core/error/app-error'
import { inTransaction } from '../connection/in-transaction'
import { planAfresh } from '../connection/plan-afresh'
import type { Scope } from '../connection/scope'
import { getImage } from './get-image'

/**
 * Forgets a picture; its bytes are the caller's to drop.
 * @returns its token and format
 * @throws AppError not-found; conflict, with `usedBy`, while a mail or a shared block shows it, also in an earlier version,
 * which people may have in their inbox, or while it is the logo
 */
export const deleteImage = (scope: Scope, id: string) =>
  inTransaction(scope, async (tx) => {
    await planAfresh(tx)
    const { sql, workspaceId } = tx
    const { token, format } = await getImage(tx, id)
    const named = `%${token.replaceAll('_', '\\_')}%`
    const mails = await sql<{ name: string }[]>`
      select name from mail_templates t where workspace_id = ${workspaceId} and (sources::text like ${named} or exists (
        select 1 from mail_template_versions v
        where v.workspace_id = ${workspaceId} and v.template_id = t.id and v.compiled::text like ${named}))
      union select name from mail_blocks where workspace_id = ${workspaceId} and sources::text like ${named}
      order by name limit 20`
    const [brand] = await sql`
      select 1 from workspaces where id = ${workspaceId} and settings #>> '{shop,brand,logo_image_id}' = ${id}`
    const usedBy = mails.map(({ name }) => name)
    if (brand) throw new AppError('conflict', 'This picture is the logo of the mails.', { usedBy })
    if (usedBy.length > 0)
      throw new AppError('conflict', `A mail shows this picture: ${usedBy.join(', ')}.`, { usedBy })
    await sql`delete from images where workspace_id = ${workspaceId} and id = ${id}`
    return { token, format }
  })
