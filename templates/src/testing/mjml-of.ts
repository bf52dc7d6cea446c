import type { MailSource } from '../compile-mail'

/** A mail whose body is the given MJML. */
export const mailOf = (body: string, rest: Partial<MailSource> = {}): MailSource => ({
  subject: 'Hello',
  preheader: '',
  mjml: `<mjml>\n<mj-body>\n${body}\n</mj-body>\n</mjml>`,
  ...rest,
})

/** As mailOf, with the words in one mj-text. */
export const mailSaying = (words: string, rest: Partial<MailSource> = {}): MailSource =>
  mailOf(`<mj-section><mj-column><mj-text>${words}</mj-text></mj-column></mj-section>`, rest)
