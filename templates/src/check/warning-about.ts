import type { MailWarning, MailWarningCode } from './mail-warning'

/**
 * A warning, placed where a text first stands in the MJML.
 * @param text what to look for; the whole mail is meant without it, or where it is not written as it is read
 */
export function about(
  code: MailWarningCode,
  params: MailWarning['params'] = {},
  { mjml = '', text }: { mjml?: string; text?: string } = {},
): MailWarning {
  const at = text ? mjml.indexOf(text) : -1
  if (at < 0) return { code, params, line: null, column: null }
  const before = mjml.slice(0, at).split('\n')
  return { code, params, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
