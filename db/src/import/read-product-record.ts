import { currencyOf } from '../order/money'
import type { ProductToKeep } from '../product/upsert-products'
import { CellError, type Cells, centsCell, numberCell, requiredCell } from './cell'
import { readYesNo } from './read-yes-no'

const MAX_STOCK = 1_000_000_000

/** One line of a catalogue. Throws CellError for a value that cannot be taken. */
export const readProductRecord = (cells: Cells): ProductToKeep => ({
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
})

function stockOf(cells: Cells): number | null {
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
