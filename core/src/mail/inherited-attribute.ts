import type { MjmlElement, MjmlNode } from './mjml-node'

const elementsIn = (nodes: MjmlNode[]) => nodes.filter((node) => node.kind === 'element')

/** An element's own value of an attribute, or undefined. */
export const attributeOf = ({ attributes }: MjmlElement, name: string) =>
  attributes.find((attribute) => attribute.name === name)?.value

/** What mj-attributes in the head of a mail holds. */
function headAttributes(roots: MjmlNode[]): MjmlElement[] {
  const mail = elementsIn(roots).find(({ name }) => name === 'mjml')
  return elementsIn(mail?.children ?? [])
    .filter(({ name }) => name === 'mj-head')
    .flatMap(({ children }) => elementsIn(children))
    .filter(({ name }) => name === 'mj-attributes')
    .flatMap(({ children }) => elementsIn(children))
}

/**
 * What an element gets for an attribute that it does not say itself: from its classes, else from what the mail's head
 * says of its kind, else of all. Undefined where the head says nothing: MJML's own value counts.
 */
export function inheritedAttribute(
  roots: MjmlNode[],
  element: MjmlElement,
  name: string,
): string | undefined {
  const head = headAttributes(roots)
  const classes = (attributeOf(element, 'mj-class') ?? '').split(/\s+/).filter(Boolean)
  const said = [
    ...classes.map((own) =>
      head.findLast((each) => each.name === 'mj-class' && attributeOf(each, 'name') === own),
    ),
    head.findLast((each) => each.name === element.name),
    head.findLast((each) => each.name === 'mj-all'),
  ]
  return said.map((each) => each && attributeOf(each, name)).find((value) => value !== undefined)
}
