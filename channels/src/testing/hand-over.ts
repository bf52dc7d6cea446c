import { createTransport } from 'nodemailer'

/** Hands a mail to a server on a local port as it is. Throws what that answers. */
export async function handOver(
  port: number,
  { from, to, raw }: { from: string; to: string; raw: Buffer },
): Promise<void> {
  const client = createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  await client.sendMail({ envelope: { from, to }, raw })
}
