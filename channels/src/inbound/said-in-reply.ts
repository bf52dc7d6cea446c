const SAID_LENGTH = 2000
/** Where mail programs begin to quote: “On …, X wrote:”, « Le …, X a écrit : », a rule, or the old headers. */
const QUOTE_BEGINS =
  /^(>|On .{5,200}wrote:\s*$|Le .{5,200}a écrit\s*:\s*$|-{2,}\s*(Original Message|Message d[’']origine)|_{10,}\s*$)/im

/** What somebody wrote themselves: everything before what they quote; all of it where nothing is left. */
export function saidInReply(text: string): string {
  const begins = text.search(QUOTE_BEGINS)
  const own = begins < 0 ? text : text.slice(0, begins)
  return (own.trim() || text.trim()).slice(0, SAID_LENGTH)
}
