import type { MailField } from '../../api/content-types'
import { writeValue } from './value-piece'

/** The Liquid that shows a field, with what is proposed for whoever lacks it. */
export const pieceOfField = ({ name, filter, fallback }: MailField) =>
  writeValue({ name, filters: filter ? [filter] : [], fallback })
