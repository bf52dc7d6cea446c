import type { FieldSpec } from '@relance/core/node/definition'
import type { ComponentType } from 'react'
import { OfferField, SegmentField, TemplateField } from './content-fields'
import type { FieldProps } from './field-props'
import { InstantField, OffsetField, RecurrenceField } from './moment-fields'
import { BranchesField, RuleField, SharesField } from './path-fields'
import {
  ChoiceField,
  ChoicesField,
  ContactFieldField,
  DurationField,
  EventField,
  JsonField,
  NumberField,
  TextField,
  TimeField,
  ValueField,
} from './simple-fields'

/** One editor per kind of field; a kind without one does not compile. */
const editors: Record<FieldSpec['kind'], ComponentType<FieldProps>> = {
  duration: DurationField,
  event: EventField,
  template: TemplateField,
  offer: OfferField,
  segment: SegmentField,
  rule: RuleField,
  text: TextField,
  number: NumberField,
  choice: ChoiceField,
  choices: ChoicesField,
  time: TimeField,
  'contact-field': ContactFieldField,
  json: JsonField,
  instant: InstantField,
  rrule: RecurrenceField,
  offset: OffsetField,
  value: ValueField,
  branches: BranchesField,
  shares: SharesField,
}

/** The picker for a config field, by its kind. */
export function FieldEditor(props: FieldProps) {
  const Editor = editors[props.spec.kind]
  return <Editor {...props} />
}
