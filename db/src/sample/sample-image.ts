import { sampleCategories, sampleProducts } from './catalogue'

const WIDTH = 480
const HEIGHT = 360

/** Sky, light, far, near. */
type Palette = readonly [sky: string, light: string, far: string, near: string]

const palettes: Record<string, readonly Palette[]> = {
  nature: [
    ['#dfe9e4', '#f4ead2', '#7fa08c', '#35584a'],
    ['#e9e2d3', '#f6c98f', '#a3a86b', '#4c5b34'],
    ['#d3e0ea', '#fdf3dc', '#6d93a8', '#2d4a5b'],
  ],
  portrait: [
    ['#ead9cd', '#f7e8d9', '#b9806a', '#5b3a35'],
    ['#dcd5e4', '#f3e6ee', '#8d7aa3', '#3f3552'],
    ['#e6dfc9', '#fbf3df', '#b49a62', '#5a4a2a'],
  ],
  'black-and-white': [
    ['#e8e8e8', '#ffffff', '#8a8a8a', '#1e1e1e'],
    ['#cfcfcf', '#f4f4f4', '#6b6b6b', '#111111'],
    ['#f1f1f1', '#ffffff', '#a8a8a8', '#2c2c2c'],
  ],
  city: [
    ['#d7dcec', '#ffd9a8', '#6f7ba6', '#2b3157'],
    ['#f0ddd6', '#ffe9c7', '#c47d6d', '#4f2f3f'],
    ['#cfe0e3', '#fff0c9', '#5c8f97', '#1f4148'],
  ],
}

/**
 * The picture of a product of the demo's catalogue, as SVG text: one scene a category, another light each.
 * Undefined for any other id.
 */
export function sampleImage(productId: string): string | undefined {
  const product = sampleProducts.find((one) => one.productId === productId)
  if (!product?.category) return undefined
  const n = Number(productId.split('-').at(-1)) - 1
  const palette =
    palettes[product.category]?.[n % 3] ?? (['#eeeeee', '#ffffff', '#999999', '#333333'] as const)
  const draw = scenes[sampleCategories.indexOf(product.category)] ?? hills
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">`,
    `<title>${product.title}</title>`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="${palette[0]}"/>`,
    draw(n, palette),
    '</svg>',
  ].join('')
}

type Scene = (n: number, palette: Palette) => string

const hills: Scene = (n, [, light, far, near]) => {
  const top = 190 + ((n * 37) % 60)
  return [
    `<circle cx="${90 + ((n * 71) % 300)}" cy="${80 + ((n * 23) % 60)}" r="${34 + n * 3}" fill="${light}"/>`,
    `<path d="M0 ${top} Q120 ${top - 80} 240 ${top - 10} T480 ${top - 40} V360 H0Z" fill="${far}"/>`,
    `<path d="M0 ${top + 70} Q160 ${top + 10} 300 ${top + 60} T480 ${top + 30} V360 H0Z" fill="${near}"/>`,
  ].join('')
}

const bust: Scene = (n, [, light, far, near]) => {
  const x = 200 + ((n * 29) % 90)
  return [
    `<circle cx="${x}" cy="170" r="${150 - n * 6}" fill="${light}"/>`,
    `<path d="M${x - 130} 360 Q${x - 110} 240 ${x} 240 T${x + 130} 360Z" fill="${near}"/>`,
    `<ellipse cx="${x}" cy="165" rx="58" ry="74" fill="${far}"/>`,
    `<path d="M${x - 62} 160 Q${x - 50} ${70 + n * 4} ${x + 8} 84 T${x + 62} 160 Q${x + 20} ${120 - n * 3} ${x - 62} 160Z" fill="${near}"/>`,
  ].join('')
}

const stairs: Scene = (n, [, light, far, near]) => {
  const steps = Array.from({ length: 6 }, (_, step) => {
    const fill = step % 2 === n % 2 ? far : near
    return `<rect x="${step * 80}" y="${300 - step * (28 + n * 3)}" width="480" height="360" fill="${fill}"/>`
  })
  return [
    `<rect x="${60 + n * 40}" y="0" width="90" height="360" fill="${light}"/>`,
    ...steps,
  ].join('')
}

const skyline: Scene = (n, [, light, far, near]) => {
  const houses = Array.from({ length: 9 }, (_, house) => {
    const height = 90 + ((house * 53 + n * 41) % 150)
    const fill = (house + n) % 2 ? far : near
    const lit = `<rect x="${house * 54 + 16}" y="${372 - height}" width="12" height="16" fill="${light}"/>`
    return `<rect x="${house * 54}" y="${360 - height}" width="50" height="${height}" fill="${fill}"/>${lit}`
  })
  return [`<circle cx="${380 - n * 50}" cy="84" r="38" fill="${light}"/>`, ...houses].join('')
}

/** In the order of the categories. */
const scenes: readonly Scene[] = [hills, bust, stairs, skyline]
