import type { Scope } from '@relance/db/connection/scope'
import type { ListedMailBlock } from '@relance/db/mail-block/list-mail-blocks'
import type { MailBlockSources } from '@relance/db/mail-block/mail-block'
import { readMailBlocks } from '@relance/db/mail-block/read-mail-blocks'
import { saveMailBlock } from '@relance/db/mail-block/save-mail-block'
import { getMailTemplate } from '@relance/db/mail-template/get-mail-template'
import { compileSources } from './compile-sources'

/** Changes a block once every mail that names it compiles with the change. Throws AppError invalid or conflict. */
export async function changeBlock(
  scope: Scope,
  before: ListedMailBlock,
  sent: { name?: string; languages: MailBlockSources },
): Promise<void> {
  const blocks = await readMailBlocks(scope)
  blocks.set(before.key, { ...before, languages: sent.languages, version: before.version + 1 })
  const mails = await Promise.all(
    before.usedBy.map(async ({ id }) => {
      const { name, languages, version } = await getMailTemplate(scope, id)
      return { id, version, mail: await compileSources(name, languages, blocks) }
    }),
  )
  const change = { name: sent.name ?? before.name, languages: sent.languages }
  await saveMailBlock(scope, before.id, change, mails)
}
