import type { MatterId, PersonId, PhotoId, WordsId } from '../../domain/ids';
import type { InboundMessage } from '../inbound';
import type { PhotoWanted, WordsDocument } from '../ports';
import type { EnginePorts } from '../ports-of-engine';

/** Characters of one message that are kept; more than anybody reads. */
export const keptCharacters = 4000;

/** Words as a document of their own, so that they can be erased. Null for no words. */
export const keepWords = (
  ports: EnginePorts,
  text: string,
  matter: MatterId,
  by: PersonId,
  at: string,
): WordsDocument | null =>
  text.trim() === '' ? null : { id: ports.newId(), matter, by, text: text.trim().slice(0, keptCharacters), at };

export const idsOf = (documents: readonly (WordsDocument | null)[]): readonly WordsId[] =>
  documents.flatMap((document) => (document ? [document.id] : []));

/** Photos (also images sent as files) to be fetched; the report does not wait for them. */
export const keepPhotos = (ports: EnginePorts, inbound: InboundMessage, matter: MatterId): readonly PhotoWanted[] =>
  inbound.media
    .filter((media) => media.kind !== 'voice')
    .map((source) => ({ id: ports.newId(), matter, by: inbound.sender.person, source, at: inbound.at }));

/** Voices to be fetched and kept beside their matter: they are no photo of it, and never shown as one. */
export const keepVoices = (ports: EnginePorts, inbound: InboundMessage, matter: MatterId): readonly PhotoWanted[] =>
  inbound.media
    .filter(({ kind }) => kind === 'voice')
    .map((source) => ({ id: ports.newId(), matter, by: inbound.sender.person, source, at: inbound.at }));

export const photoIds = (photos: readonly PhotoWanted[]): readonly PhotoId[] => photos.map((photo) => photo.id);
