import { currencyOf } from '../order/money'
import type { ProductToKeep } from '../product/upsert-products'
import { CellError, type Cells, centsCell, numberCell, requiredCell } from './cell'
import { readYesNo } from './read-yes-no'

const MAX_STOCK = 1_000_000_000
/** What feeds say where they count nothing. */
const SOLD_OUT = new Set(['out of stock', 'épuisé', 'rupture', 'rupture de stock', 'discontinued'])
const TO_HAVE = new Set([
  'in stock',
  'available',
  'preorder',
  'backorder',
  'en stock',
  'disponible',
])

/** One line of a catalogue. Throws CellError for a value that cannot be taken. */
export const readProductRecord = (said: Cells): ProductToKeep => {
  const cells = withPricesCurrency(said)
  return {
    productId: requiredCell(cells, 'productId').slice(0, 255),
    title: requiredCell(cells, 'title').slice(0, 500),
    url: cells.get('url') ?? null,
    imageUrl: cells.get('imageUrl') ?? null,
    category: cells.get('category') ?? null,
    brand: cells.get('brand') ?? null,
    creator: cells.get('creator') ?? null,
    priceCents: centsCell(cells, 'price'),
    currency: currencyOf(cells.get('currency')),
    stock: stockOf(cells),
    replenishable: replenishableOf(cells),
    complements: listOf(cells.get('complements')),
  }
}

/** A price that names its currency, as in feeds for shopping sites: 12.50 EUR. */
function withPricesCurrency(cells: Cells): Cells {
  const [, amount, currency] = /^(.*\d)\s*([A-Za-z]{3})$/.exec(cells.get('price') ?? '') ?? []
  if (!amount || !currency) return cells
  return new Map([['currency', currency], ...cells, ['price', amount]])
}

function stockOf(cells: Cells): number | null {
  const words =
    cells
      .get('stock')
      ?.trim()
      .toLowerCase()
      .replaceAll(/[\s_]+/g, ' ') ?? ''
  if (SOLD_OUT.has(words)) return 0
  if (TO_HAVE.has(words)) return null
  const stock = numberCell(cells, 'stock')
  if (stock === null) return null
  if (stock > MAX_STOCK) throw new CellError('invalid-value', 'stock', cells.get('stock') ?? '')
  return Math.max(0, Math.floor(stock))
}

function replenishableOf(cells: Cells): boolean | null {
  const said = cells.get('replenishable')
  if (said === undefined) return null
  const read = readYesNo(said)
  if (read === null) throw new CellError('invalid-value', 'replenishable', said)
  return read
}

const listOf = (text: string | undefined) =>
  text
    ?.split(/[,;|]/)
    .map((part) => part.trim())
    .filter(Boolean)
