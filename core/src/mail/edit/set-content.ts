import type { MjmlElement } from '../mjml-node'
import { spliceSource } from './splice-source'

/** The source with other words (HTML and Liquid, as written) inside an element. */
export function setContent(source: string, element: MjmlElement, content: string): string {
  const { inner, tag, name } = element
  if (inner) return spliceSource(source, [{ ...inner, text: content }])
  const opened = source.slice(tag.from, tag.to).replace(/\s*\/>$/, '>')
  return spliceSource(source, [{ ...tag, text: `${opened}${content}</${name}>` }])
}
