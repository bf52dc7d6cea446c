import { z } from 'zod'

/**
 * Whether mails are encrypted on their way to a mail server. `missing`: it offers no encryption; `wrong`: its
 * certificate is not valid, `found` says how; `away`: it did not answer; `local`: it is on this machine, where nobody
 * could listen; `private`: it is in a private network that is not looked into for this workspace.
 */
export const mailServerTls = z.object({
  host: z.string(),
  state: z.enum(['ok', 'missing', 'wrong', 'away', 'local', 'private']),
  found: z.string().nullable(),
})
export type MailServerTls = z.infer<typeof mailServerTls>
