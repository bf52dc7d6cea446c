import type { Words } from '@relance/core/words/language'
import type { Delivery } from './delivery'

/** A way to reach a contact. `open` makes the connections once; `deliver` uses them for each message. */
export interface Channel<Name extends string, Transport, Message> {
  channel: Name
  title: Words
  open(url: string): Transport
  /** Never throws for what the other side answers. */
  deliver(transport: Transport, message: Message): Promise<Delivery>
}

/** Declares a channel; the compiler then knows its transport and its message. */
export const defineChannel = <const Name extends string, Transport, Message>(
  channel: Channel<Name, Transport, Message>,
): Channel<Name, Transport, Message> => channel
