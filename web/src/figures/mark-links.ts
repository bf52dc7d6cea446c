import { escapeHtml } from '@relance/core/words/escape-html'
import type { LinkFigures, MailLink } from '../api/reports'
import { heatOf } from './heat-of'

/** The mark of a link: text beside its shade, as colour alone tells not everybody. Dark text on light, light on dark, ≥ 4.5:1. */
const looks = `
a[data-link] { position: relative !important; outline: 2px solid var(--heat); outline-offset: 1px; cursor: default; }
a[data-link]::after { content: attr(data-label); position: absolute; top: -9px; right: -6px; z-index: 9; padding: 0 6px;
  border: 1px solid #fff; border-radius: 9px; background: var(--heat); color: var(--on-heat); font: 600 11px/16px system-ui, sans-serif;
  letter-spacing: 0; text-transform: none; text-decoration: none; white-space: nowrap; }
a[data-heat="0"] { --heat: #e4e4df; --on-heat: #4d5351; }
a[data-heat="1"] { --heat: #fde3b4; --on-heat: #4a2c00; }
a[data-heat="2"] { --heat: #f6bd5b; --on-heat: #3d2500; }
a[data-heat="3"] { --heat: #e08a2e; --on-heat: #241500; }
a[data-heat="4"] { --heat: #a3350f; --on-heat: #fff; }
`

const nameOf = ({ url, place }: MailLink) => `${place} ${url}`

/**
 * The picture of a mail with what was clicked on each of its links.
 * @param html its links have their place in `links` as `data-link`, directly after `<a`
 * @param say the words of a mark: in sight, and in full
 */
export function markLinks(
  { html, links }: { html: string; links: readonly MailLink[] },
  figures: readonly LinkFigures[],
  say: { label: (of: LinkFigures) => string; title: (of: LinkFigures) => string },
): string {
  const known = new Map(figures.map((of) => [nameOf(of), of]))
  const most = Math.max(0, ...figures.map(({ totalClicks }) => totalClicks))
  const marked = html.replace(/<a data-link="(\d+)"/g, (tag, number: string) => {
    const link = links[Number(number)]
    if (!link) return tag
    const none = { ...link, uniqueClicks: 0, totalClicks: 0, robotClicks: 0, share: 0 }
    const of = known.get(nameOf(link)) ?? none
    const heat = heatOf(of.totalClicks, most)
    return `${tag} data-heat="${heat}" data-label="${escapeHtml(say.label(of))}" title="${escapeHtml(say.title(of))}"`
  })
  const style = `<style>${looks}</style>`
  return marked.includes('</head>')
    ? marked.replace('</head>', () => `${style}</head>`)
    : style + marked
}
