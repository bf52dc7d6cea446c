import { escapeHtml as html } from '@relance/core/words/escape-html'
import { z } from 'zod'

const schemaShape = z.looseObject({})
const operation = z.looseObject({
  summary: z.string().optional(),
  tags: z.array(z.string()).optional(),
  parameters: z
    .array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
    .optional(),
  requestBody: z
    .looseObject({
      content: z.record(z.string(), z.looseObject({ schema: schemaShape.optional() })),
    })
    .optional(),
  responses: z.record(
    z.string(),
    z.looseObject({
      description: z.string(),
      content: z.record(z.string(), z.looseObject({ schema: schemaShape.optional() })).optional(),
    }),
  ),
})
type Operation = z.infer<typeof operation>
const document = z.looseObject({
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.looseObject({ schemas: z.record(z.string(), schemaShape).optional() }),
})

const prose = (text: string) => html(text).replace(/`([^`]+)`/g, '<code>$1</code>')
const anchor = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, '-')

const link = (json: string) =>
  html(json).replace(
    /&quot;#\/components\/schemas\/(\w+)&quot;/g,
    (_, name: string) => `<a href="#schema-${anchor(name)}">${name}</a>`,
  )
const code = (schema: unknown) => `<pre>${link(JSON.stringify(schema, null, 2))}</pre>`

interface Listed {
  method: string
  path: string
  operation: Operation
}

function operationHtml({ method, path, operation: said }: Listed): string {
  const parameters = (said.parameters ?? []).map(
    ({ name, in: where, required }) =>
      `<li><code>${html(name)}</code> in ${html(where)}${required ? ', required' : ''}</li>`,
  )
  const body = Object.values(said.requestBody?.content ?? {}).map(({ schema }) =>
    code(schema ?? {}),
  )
  const answers = Object.entries(said.responses).map(([status, { description, content }]) => {
    const schemas = Object.values(content ?? {}).map(({ schema }) => code(schema ?? {}))
    return `<li><strong>${status}</strong> ${prose(description)}${schemas.join('')}</li>`
  })
  return `<details id="${anchor(`${method}-${path}`)}">
<summary><span class="verb ${method}">${method.toUpperCase()}</span> <code>${html(path)}</code> <span>${prose(said.summary ?? '')}</span></summary>
${parameters.length > 0 ? `<h4>Parameters</h4><ul>${parameters.join('')}</ul>` : ''}
${body.length > 0 ? `<h4>Body</h4>${body.join('')}` : ''}
<h4>Answers</h4><ul>${answers.join('')}</ul>
</details>`
}

/** The API as a page that needs neither script nor internet. */
export function docsPage(openApi: unknown): string {
  const { info, paths, components } = document.parse(openApi)
  const all = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, said]) => ({ method, path, operation: said })),
  )
  const tags = [...new Set(all.map(({ operation: { tags: [tag] = [] } }) => tag ?? 'Other'))]
  const sections = tags.map((tag) => {
    const listed = all.filter(({ operation: { tags: [own] = [] } }) => (own ?? 'Other') === tag)
    return `<section id="${anchor(tag)}"><h2>${html(tag)}</h2>${listed.map(operationHtml).join('\n')}</section>`
  })
  const schemas = Object.entries(components.schemas ?? {}).map(
    ([name, schema]) =>
      `<details id="schema-${anchor(name)}"><summary><code>${html(name)}</code></summary>${code(schema)}</details>`,
  )
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${html(info.title)} API</title>
<style>${style}</style>
</head>
<body>
<nav><strong>${html(info.title)} API</strong>${tags.map((tag) => `<a href="#${anchor(tag)}">${html(tag)}</a>`).join('')}<a href="#schemas">Shapes</a><a href="/api/openapi.json">openapi.json</a></nav>
<main><h1>${html(info.title)} API ${html(info.version)}</h1><p>${prose(info.description)}</p>
${sections.join('\n')}
<section id="schemas"><h2>Shapes</h2>${schemas.join('\n')}</section></main>
</body>
</html>`
}

const style = `
*{box-sizing:border-box}body{margin:0;font:15px/1.5 system-ui,sans-serif;color:#23211d;background:#f6f5f2;display:grid;grid-template-columns:13rem minmax(0,1fr)}
nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1.25rem;display:flex;flex-direction:column;gap:.35rem;border-right:1px solid #e4e1da;background:#fff}
nav strong{margin-bottom:.5rem}a{color:#1f5c4a}nav a{text-decoration:none}main{padding:1.5rem 2rem;max-width:62rem}
details{background:#fff;border:1px solid #e4e1da;border-radius:10px;margin:.5rem 0;padding:.5rem .9rem}summary{cursor:pointer}
summary span:last-child{color:#6b665d}pre{background:#f6f5f2;border-radius:6px;padding:.75rem;overflow:auto;max-height:24rem;font-size:12.5px}
.verb{display:inline-block;min-width:4rem;font-weight:700;font-size:12px}.get{color:#1f5c4a}.post{color:#8a4b12}.put,.patch{color:#2a4b8d}.delete{color:#a12b2b}
h4{margin:.75rem 0 .25rem}ul{margin:0;padding-left:1.1rem}
@media (max-width:48rem){body{display:block}nav{position:static;height:auto;border-right:0}}`
