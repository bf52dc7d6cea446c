/** One group of a report's fields: names in small letters, folded lines joined. */
export type ReportFields = ReadonlyMap<string, string>

function fieldsOf(group: string): ReportFields {
  const fields = new Map<string, string>()
  for (const line of group.replaceAll(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    if (colon < 1) continue
    const name = line.slice(0, colon).trim().toLowerCase()
    if (!fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** The groups of fields of a delivery report (RFC 3464) or feedback report (RFC 5965), which blank lines part. */
export const reportFields = (text: string): ReportFields[] =>
  text
    .replaceAll('\r\n', '\n')
    .split(/\n[ \t]*\n/)
    .map(fieldsOf)
    .filter((fields) => fields.size > 0)
