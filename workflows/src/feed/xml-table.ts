import { Parser } from 'htmlparser2'

/** What one product is called in feeds: RSS 2.0, Atom, and the plain ones. */
const PRODUCTS = new Set(['item', 'entry', 'product'])

/** Columns of the table, each with the elements it is read from, the first that is there. */
const COLUMNS: readonly [column: string, elements: readonly string[]][] = [
  ['id', ['id', 'sku', 'product_id']],
  ['title', ['title', 'name']],
  ['link', ['link', 'url']],
  ['image_link', ['image_link', 'image', 'image_url']],
  ['category', ['product_type', 'category', 'google_product_category']],
  ['brand', ['brand']],
  ['creator', ['author', 'artist', 'creator']],
  ['price', ['price']],
  ['currency', ['currency']],
  ['availability', ['availability', 'quantity', 'stock']],
]
const LINE_LIMIT = 10_000

/** A product feed in XML as lines of CSV: a header, then a line a product. Nothing where it names no product. */
export async function* xmlTable(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  const lines: string[] = []
  const reader = new ProductReader((product) => lines.push(lineOf(product)))
  let isBegun = false
  const drain = function* () {
    if (lines.length === 0) return
    if (!isBegun) yield `${COLUMNS.map(([column]) => column).join(',')}\n`
    isBegun = true
    yield lines.splice(0).join('')
  }
  for await (const piece of pieces) {
    reader.write(piece)
    yield* drain()
  }
  reader.end()
  yield* drain()
}

const lineOf = (product: ReadonlyMap<string, string>): string =>
  `${COLUMNS.map(([, elements]) => {
    const said = elements.flatMap((element) => product.get(element) ?? []).find(Boolean) ?? ''
    return `"${said.replaceAll(/\s+/g, ' ').trim().slice(0, LINE_LIMIT).replaceAll('"', '""')}"`
  }).join(',')}\n`

/** Gathers the texts of each product's own elements, whatever their prefix. */
class ProductReader {
  readonly #parser: Parser
  #product: Map<string, string> | null = null
  /** Elements open within the product. */
  #open: string[] = []
  #text = ''

  constructor(onProduct: (product: ReadonlyMap<string, string>) => void) {
    this.#parser = new Parser(
      {
        onopentag: (name, attributes) => this.#begin(localName(name), attributes.href),
        ontext: (text) => {
          if (this.#open.length > 0) this.#text += text
        },
        onclosetag: (name) => this.#close(localName(name), onProduct),
      },
      { xmlMode: true },
    )
  }

  write(piece: string): void {
    this.#parser.write(piece)
  }

  end(): void {
    this.#parser.end()
  }

  #begin(name: string, href: string | undefined): void {
    if (!this.#product) {
      if (PRODUCTS.has(name)) this.#product = new Map()
      return
    }
    this.#open.push(name)
    // Atom says a link's address beside it.
    this.#text = href ?? ''
  }

  #close(name: string, onProduct: (product: ReadonlyMap<string, string>) => void): void {
    if (!this.#product) return
    if (this.#open.length === 0) {
      if (PRODUCTS.has(name)) onProduct(this.#product)
      this.#product = null
      return
    }
    this.#open.pop()
    // The first of several (images, categories) is the one meant to be seen.
    if (this.#open.length === 0 && !this.#product.has(name)) this.#product.set(name, this.#text)
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()
