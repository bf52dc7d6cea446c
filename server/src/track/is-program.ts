/** Fetches a picture when its reader opens the mail, and on their behalf. */
const PROXIES = /GoogleImageProxy|YahooMailProxy/i
/**
 * Programs that open mails and links by themselves: filters of mail servers, previews of messengers, crawlers. Each says
 * its name. Plain libraries (curl, Node) are taken for people: whoever reads mail by a script has read it.
 */
const PROGRAMS =
  /barracuda|proofpoint|mimecast|messagelabs|symantec|trendmicro|fireeye|ironport|sophos|zscaler|forcepoint|cloudmark|vade ?secure|safelinks|existence discovery|ms-office|link ?(?:check|preview|scan)|urlscan|phish|bingpreview|skypeuripreview|facebookexternalhit|whatsapp|telegrambot|slackbot|discordbot|twitterbot|linkedinbot|\bbot\b|(?:google|bing|apple|yandex|duckduck|baidu|semrush|ahrefs|petal|amazon|mj12|gpt)bot|crawler|spider|headlesschrome/i
/** What Apple's mail privacy says of itself, and nothing more: it loads each picture of each mail. */
const PREFETCHER = /^Mozilla\/5\.0$/
const PREFETCH_HEADERS = ['sec-purpose', 'purpose', 'x-purpose', 'x-moz']

/** Whether it is a program, and no person, that loads a picture of a mail or follows its link. */
export function isProgram(headers: Headers): boolean {
  const said = headers.get('user-agent')?.trim() ?? ''
  if (PROXIES.test(said)) return false
  return (
    PROGRAMS.test(said) ||
    PREFETCHER.test(said) ||
    PREFETCH_HEADERS.some((name) => /prefetch|preview/i.test(headers.get(name) ?? ''))
  )
}
