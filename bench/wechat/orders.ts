import type { MessageKind } from '../messages';

/** What the bench has the gateway do, over its channel; each order has one answer. */
export type Order =
  | { readonly kind: 'listen'; readonly port: number; readonly token: string }
  /** Says a hello again and again until somebody answers. */
  | { readonly kind: 'wake'; readonly text: string; readonly answer: string }
  | {
      readonly kind: 'ask';
      readonly text: string;
      /** Of what is sent, that which answers: a regular expression. */
      readonly answer: string;
      readonly count: number;
      readonly atOnce: number;
      readonly where: 'everywhere' | 'private';
    }
  /** All at once, whoever listens, into the groups. */
  | { readonly kind: 'burst'; readonly messages: MessageKind }
  /** How many messages were asked for since the last burst. */
  | { readonly kind: 'asked' };
