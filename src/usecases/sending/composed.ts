import type { MessageId, PhotoId } from '../../domain/ids';
import type { Outgoing, OutboxRow } from '../ports';

/** What a row comes to at the moment of sending. */
export type Composed =
  | {
      readonly kind: 'send';
      readonly message: Outgoing;
      readonly photos: readonly PhotoId[];
      /** The card that this message is from now on: later edits edit it. */
      readonly becomes?: MessageId;
    }
  | {
      readonly kind: 'edit';
      readonly message: Outgoing;
      readonly as: readonly string[];
      /** Something stands there that no group may read: staff are told when it cannot be changed. */
      readonly hides?: true;
    }
  /** These are taken back; the words are for where that cannot be done. */
  | {
      readonly kind: 'take-back';
      readonly message: Outgoing;
      readonly as: readonly string[];
      /** Cards that went with it and are still to be seen: said again once it is gone. */
      readonly again?: readonly OutboxRow[];
    }
  /** There is nothing to say any more. */
  | { readonly kind: 'nothing' }
  /** A photo is still on its way, or something that it tells of has not come to its end. */
  | { readonly kind: 'not-yet'; readonly why: string };
