/** Linli's own ids: stable when a platform's ids change. */
export type PersonId = string;
export type ChatId = string;
export type AreaId = string;
export type MatterId = string;
/** A document with words of a person; erasable, so events carry its id only. */
export type WordsId = string;
export type PhotoId = string;
/** One message of ours: the id of its outbox row. */
export type MessageId = string;
/** A moment of the program's clock, ISO 8601 in UTC ("2026-11-20T02:00:00.000Z"). */
export type Moment = string;

/** The id of the ticket of this number; the other way round: `numberOfMatter`. */
export const matterOfNumber = (number: number): MatterId => `ticket-${number}`;

/** The number of the ticket that it is; null: another kind of matter. */
export const numberOfMatter = (matter: MatterId): number | null => {
  const number = /^ticket-(\d+)$/u.exec(matter)?.[1];
  return number === undefined ? null : Number(number);
};
