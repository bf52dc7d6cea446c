/** Properties that events usually have; any other may be typed. A name with a dot goes into a list of products too. */
export const eventProperties: readonly string[] = [
  'revenue',
  'total',
  'value',
  'quantity',
  'product_id',
  'category',
  'brand',
  'products.product_id',
  'products.category',
  'products.brand',
  'section',
  'path',
  'coupon',
  'url',
]
