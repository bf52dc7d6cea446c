import type { ProductToKeep } from '../product/upsert-products'

interface Photograph {
  title: string
  creator: string
  priceCents: number
}

/** Prints of an invented gallery, by category. */
const gallery: Record<string, Photograph[]> = {
  nature: [
    { title: 'First frost on the heath', creator: 'Ana Lindqvist', priceCents: 8900 },
    { title: 'Two herons at low tide', creator: 'Ana Lindqvist', priceCents: 12900 },
    { title: 'The birch wood', creator: 'Mateo Sorel', priceCents: 6900 },
    { title: 'Storm over the salt flats', creator: 'Mateo Sorel', priceCents: 14900 },
    { title: 'Moss, after rain', creator: 'Ingrid Vaal', priceCents: 4900 },
    { title: 'Dunes in the blue hour', creator: 'Ingrid Vaal', priceCents: 9900 },
  ],
  portrait: [
    { title: 'The violin maker', creator: 'Jeanne Abadie', priceCents: 11900 },
    { title: 'Girl with a paper boat', creator: 'Jeanne Abadie', priceCents: 7900 },
    { title: 'Fisherman, winter', creator: 'Tomas Riehl', priceCents: 9900 },
    { title: 'Dancer between two acts', creator: 'Tomas Riehl', priceCents: 13900 },
    { title: 'My grandmother’s hands', creator: 'Lou Maréchal', priceCents: 5900 },
    { title: 'Self-portrait in a shop window', creator: 'Lou Maréchal', priceCents: 8900 },
  ],
  'black-and-white': [
    { title: 'Stairs, noon', creator: 'Tomas Riehl', priceCents: 7900 },
    { title: 'The last tram', creator: 'Viktor Hale', priceCents: 10900 },
    { title: 'Rain on the quay', creator: 'Viktor Hale', priceCents: 8900 },
    { title: 'White horse, black field', creator: 'Ana Lindqvist', priceCents: 15900 },
    { title: 'Telegraph wires', creator: 'Mateo Sorel', priceCents: 4900 },
    { title: 'An empty theatre', creator: 'Jeanne Abadie', priceCents: 12900 },
  ],
  city: [
    { title: 'Roofs before breakfast', creator: 'Viktor Hale', priceCents: 8900 },
    { title: 'The night baker', creator: 'Lou Maréchal', priceCents: 6900 },
    { title: 'Bridge in the fog', creator: 'Ingrid Vaal', priceCents: 11900 },
    { title: 'Market day', creator: 'Samir Okoye', priceCents: 5900 },
    { title: 'Crossing, seen from above', creator: 'Samir Okoye', priceCents: 9900 },
    { title: 'Neon and puddles', creator: 'Samir Okoye', priceCents: 13900 },
  ],
}

/** The categories of the demo's shop, which are also the sections of its site. */
export const sampleCategories: readonly string[] = Object.keys(gallery)

/** The demo's catalogue: 24 prints. Images are paths, drawn by `sampleImage`. */
export const sampleProducts: readonly (ProductToKeep & { productId: string })[] = Object.entries(
  gallery,
).flatMap(([category, photographs]) =>
  photographs.map(({ title, creator, priceCents }, index) => {
    const productId = `${category}-${index + 1}`
    return {
      productId,
      title,
      url: `/sample/${productId}`,
      imageUrl: `/sample/${productId}.svg`,
      category,
      creator,
      priceCents,
      currency: 'EUR',
      stock: null,
    }
  }),
)
