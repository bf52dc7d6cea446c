import type { BlockKind } from '@relance/core/mail/block-kind'
import {
  Code,
  Columns2,
  Frame,
  Gift,
  Grid2x2,
  Image,
  Minus,
  PanelBottom,
  PanelTop,
  Puzzle,
  RectangleHorizontal,
  ShoppingCart,
  Space,
  SquareMenu,
  Table,
  Type,
} from 'lucide-react'

const icons = {
  text: Type,
  image: Image,
  button: RectangleHorizontal,
  columns: Columns2,
  rule: Minus,
  spacer: Space,
  footer: PanelBottom,
  header: PanelTop,
  products: Grid2x2,
  coupon: Gift,
  cart: ShoppingCart,
  section: SquareMenu,
  column: Columns2,
  frame: Frame,
  table: Table,
  shared: Puzzle,
  code: Code,
} as const satisfies Record<BlockKind | string, typeof Type>
export type BlockIconName = keyof typeof icons

/** The picture of a kind of block. */
export function BlockIcon({ kind }: { kind: BlockIconName }) {
  const Icon = icons[kind]
  return <Icon className="icon-s" aria-hidden="true" />
}
