import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** A French text of a file, and where it stands. */
export interface FrenchText {
  where: string
  text: string
}

const SKIPPED = new Set(['node_modules', 'dist', 'golden', 'results', 'testing'])
/** What no other language of ours is written with. */
const FRENCH = /[éèêëàâçùûîïôœ«»\u202f]/i

/** Every French text in the sources and shipped mails and scenarios of some packages; tests are left out. */
export function frenchTexts(root: string, packages: string[]): FrenchText[] {
  return packages
    .flatMap((name) => filesUnder(join(root, name)))
    .flatMap((file) =>
      textsOf(file).map(({ line, text }) => ({ where: `${relative(root, file)}:${line}`, text })),
    )
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : filesUnder(path)
    return /\.(tsx?|yaml|mjml)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}

function textsOf(file: string): { line: number; text: string }[] {
  const texts = file.endsWith('.mjml')
    ? textsOfMail
    : file.endsWith('.yaml')
      ? textsOfYaml
      : textsOfCode
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((source, i) => texts(source, file).map((text) => ({ line: i + 1, text })))
}

/** What stands in quotes on a line, its slots apart. */
function textsOfCode(source: string): string[] {
  if (/^\s*(\*|\/\/|\/\*)/.test(source)) return []
  const isFrench = /\bfr: ['"`]/.test(source)
  return [...source.matchAll(/'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|`((?:[^`\\]|\\.)*)`/g)]
    .map(
      ([, single, double, template]) => single ?? double ?? template?.replace(/\$\{[^}]*\}/g, 'x'),
    )
    .map((text = '') =>
      text.replace(/\\u([\da-f]{4})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))),
    )
    .filter((text) => FRENCH.test(text) || (isFrench && source.includes(`fr: '${text}'`)))
}

const textsOfYaml = (source: string): string[] =>
  [...source.matchAll(/\bfr: (?:"((?:[^"\\]|\\.)*)"|([^"{][^,}]*))/g)].map(([, quoted, bare]) =>
    plain(quoted ?? bare ?? ''),
  )

/** What a mail in French says on a line. */
const textsOfMail = (source: string, file: string): string[] =>
  /\bfr\.mjml$/.test(file) ? plain(source).split('\n') : []

const plain = (source: string) =>
  source
    .replace(/\{%.*?%\}|<[^>]*>/g, '\n')
    .replace(/\{\{.*?\}\}/g, 'x')
    .replace(/&nbsp;/g, '\u00a0')
    .replace(/&#8239;|&#x202f;/gi, '\u202f')
    .replace(/&\w+;/g, 'x')
