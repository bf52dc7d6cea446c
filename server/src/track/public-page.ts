import { escapeHtml as html } from '@relance/core/words/escape-html'
import type { Language } from '@relance/core/words/language'

const colour = /^#[0-9a-f]{6}$/i

/** What a page for people who have no account looks like; `accent` and `onAccent` are the shop's own colours of buttons. */
const style = (accent: string, onAccent: string) => `
:root{color-scheme:light dark;--ground:#f6f5f2;--paper:#fff;--line:#e4e1da;--text:#23211d;--quiet:#6b645d;--accent:${accent};--on-accent:${onAccent};--tint:#f2f0ea;--ring:#9cc7b8}
@media (prefers-color-scheme:dark){:root{--ground:#191815;--paper:#23221e;--line:#3a3832;--text:#efece5;--quiet:#aaa498;--tint:#2d2b26;--ring:#4d8673}}
*{box-sizing:border-box}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--ground);color:var(--text);font:16px/1.5 system-ui,sans-serif}
main{width:min(34rem,calc(100% - 2rem));margin:1.5rem 1rem;padding:2rem;background:var(--paper);border:1px solid var(--line);border-radius:10px}
@media (max-width:480px){main{padding:1.5rem 1.25rem}}
h1{margin:0 0 .5rem;font-size:1.25rem;line-height:1.3}
p{margin:0 0 1.25rem}
.shop{margin:0 0 .25rem;font-size:.875rem;color:var(--quiet)}
fieldset{margin:0 0 1.25rem;padding:0;border:0;min-width:0}
legend{margin-bottom:.5rem;padding:0;font-weight:600}
label{display:flex;gap:.75rem;align-items:flex-start;min-height:44px;padding:.55rem .75rem;border:1px solid var(--line);border-radius:6px;margin-bottom:.4rem;cursor:pointer}
label:hover{background:var(--tint)}
label:has(:focus-visible){outline:3px solid var(--ring);outline-offset:1px}
label span{flex:1}
label small{display:block;color:var(--quiet);font-size:.875rem;line-height:1.4}
input{width:1.15rem;height:1.15rem;margin:.2rem 0 0;accent-color:var(--accent);flex:none}
input:focus-visible{outline:0}
.acts{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center;margin-top:1.75rem}
button{min-height:44px;padding:0 1.25rem;border:1px solid transparent;border-radius:6px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
button.quiet{background:none;border-color:var(--line);color:inherit;font-weight:500}
button.quiet:hover{background:var(--tint)}
button:focus-visible,a:focus-visible{outline:3px solid var(--ring);outline-offset:2px}
a{color:inherit}
.said{display:flex;gap:.6rem;margin:0 0 1.25rem;padding:.75rem 1rem;border-radius:6px;background:var(--tint);border-left:3px solid var(--accent)}
.said p{margin:0}
.more{margin:1.25rem 0 0;font-size:.9375rem;color:var(--quiet)}
@media (max-width:480px){.acts button{width:100%}}`

/** One page for people outside: needs no script and no sign-in. `body` is HTML. */
export function publicPage(
  page: { title: string; body: string; accent?: string | null; onAccent?: string | null },
  language: Language,
): string {
  const own = (said: string | null | undefined, ours: string) =>
    said && colour.test(said) ? said : ours
  const colours = style(own(page.accent, '#1f5c4a'), own(page.onAccent, '#ffffff'))
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${html(page.title)}</title>
<style>${colours}</style>
</head>
<body><main>${page.body}</main></body>
</html>`
}
