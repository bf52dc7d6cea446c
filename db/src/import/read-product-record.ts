import { currencyOf } from '../order/money'
import type { ProductToKeep } from '../product/upsert-products'
import { type Cells, centsCell, numberCell, requiredCell } from './cell'

/** One line of a catalogue. Throws CellError for a value that cannot be taken. */
export const readProductRecord = (cells: Cells): ProductToKeep => ({
  productId: requiredCell(cells, 'productId').slice(0, 255),
  title: requiredCell(cells, 'title'),
  url: cells.get('url') ?? null,
  imageUrl: cells.get('imageUrl') ?? null,
  category: cells.get('category') ?? null,
  brand: cells.get('brand') ?? null,
  creator: cells.get('creator') ?? null,
  priceCents: centsCell(cells, 'price'),
  currency: currencyOf(cells.get('currency')),
  stock: stockOf(cells),
})

function stockOf(cells: Cells): number | null {
  const stock = numberCell(cells, 'stock')
  return stock === null ? null : Math.floor(stock)
}
