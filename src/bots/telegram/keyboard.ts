import type { Outgoing } from '../../usecases/ports';
import type { PressSigner } from './press-data';

interface Button {
  readonly text: string;
  readonly callback_data: string;
}

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly Button[])[];
}

/** Two such labels stand side by side on a small telephone with large letters. */
const SHORT = 8;

const isShort = ({ text }: Button): boolean => text.length <= SHORT;

const rows = (buttons: readonly Button[]): readonly (readonly Button[])[] => {
  const [first, second, ...more] = buttons;
  if (first === undefined) return [];
  if (second !== undefined && isShort(first) && isShort(second)) return [[first, second], ...rows(more)];
  return [[first], ...rows(buttons.slice(1))];
};

/** Null: no choices. A choice that does not fit into a button is typed instead. */
export const keyboardOf = ({ id, chat, choices }: Outgoing, signer: PressSigner): Keyboard | null => {
  const buttons = choices.flatMap(({ id: choice, label }) => {
    const data = signer.seal(chat.id, { message: id, choice });
    return data === null ? [] : [{ text: label, callback_data: data }];
  });
  return buttons.length === 0 ? null : { inline_keyboard: rows(buttons) };
};
