import type { Say } from '../../domain/decision';
import type { PersonId, PhotoId } from '../../domain/ids';
import { failureText } from './failure-text';
import { sendLatePhoto } from './late-photo';
import type { PhotoRefusal } from '../ports-of-uploads';
import type { Chats, Logger, Matters, Outbox, OutboxDraft, Photos, Platform, WakeUps } from '../ports';

export interface FetchPhotoPorts {
  readonly photos: Pick<Photos, 'byId' | 'keep' | 'failed' | 'refuse'>;
  readonly platforms: ReadonlyMap<string, Platform>;
  readonly chats: Pick<Chats, 'privateChats'>;
  readonly matters: Pick<Matters, 'load'>;
  readonly outbox: Pick<Outbox, 'add' | 'without'>;
  readonly wakeUps: Pick<WakeUps, 'drain'>;
  /** What follows from what the photo shows. */
  readonly kept: (photo: PhotoId) => Promise<void>;
  readonly log: Logger;
}

/** `failed`: to be tried again; the photo knows when. */
export type Fetched = 'kept' | 'refused' | 'failed' | 'not-wanted';

type Wanted = NonNullable<Awaited<ReturnType<Photos['byId']>>>;

const maxBytes = 20 * 1024 * 1024;

const add = async (drafts: readonly OutboxDraft[], ports: FetchPhotoPorts): Promise<void> => {
  if (drafts.length > 0) await ports.wakeUps.drain(await ports.outbox.add(drafts));
};

/** In private, to whoever sent it: the report stands, the photo is missing. Who has no private chat is not told in public. */
const tellRefused = async (photo: PhotoId, by: PersonId, why: PhotoRefusal, ports: FetchPhotoPorts): Promise<void> => {
  const [chat] = await ports.chats.privateChats(by);
  if (!chat) return;
  const say: Say = {
    to: { person: by },
    key: `photo-refused.${photo}`,
    urgency: 'prompt',
    wording: 'help.photo-refused',
    params: { why },
  };
  const effect = `photo-refused/${photo}`;
  await add([{ effect, chat: chat.id, person: by, matter: null, matterVersion: 0, say }], ports);
};

/** Whoever was written to without the photo gets it now; then it is looked at. */
const followUp = async (photo: PhotoId, ports: FetchPhotoPorts): Promise<void> => {
  const rows = await ports.outbox.without(photo);
  await sendLatePhoto(rows, photo, ports);
  await ports.kept(photo);
};

const download = async ({ source }: Wanted, ports: FetchPhotoPorts): Promise<Buffer | PhotoRefusal> => {
  const tooLarge = source.bytes !== null && source.bytes > maxBytes;
  if (tooLarge) return 'size';
  const platform = ports.platforms.get(source.platform);
  if (!platform) throw new Error(`No platform called ${source.platform} runs here.`);
  // Gone from the platform: the person is asked to send it again, as for one that is broken.
  return (await platform.fetch(source.ref, maxBytes)) ?? 'broken';
};

const keepOrRefuse = async (photo: Wanted, ports: FetchPhotoPorts): Promise<'kept' | PhotoRefusal> => {
  const bytes = await download(photo, ports);
  if (typeof bytes !== 'string') return ports.photos.keep(photo.id, bytes);
  await ports.photos.refuse(photo.id, bytes);
  // Somebody else may have kept it meanwhile: then nothing is missing.
  return (await ports.photos.byId(photo.id))?.state === 'kept' ? 'kept' : bytes;
};

/**
 * Fetches one photo and keeps it. Repeat-safe: what follows a photo that was kept or refused has keys of its own, and is
 * done again when a process ended in between.
 */
export const createFetchPhoto =
  (ports: FetchPhotoPorts) =>
  async (id: PhotoId): Promise<Fetched> => {
    const photo = await ports.photos.byId(id);
    const isVoice = photo?.source.kind === 'voice';
    if (photo?.state === 'kept' && !isVoice) await followUp(id, ports);
    if (photo?.state !== 'wanted') return 'not-wanted';
    let kept: 'kept' | PhotoRefusal;
    try {
      kept = await keepOrRefuse(photo, ports);
    } catch (error) {
      const why = failureText(error);
      ports.log.warn({ photo: id, why }, 'a photo could not be fetched');
      await ports.photos.failed(id, why);
      return 'failed';
    }
    // Nobody is shown a voice, and nothing is seen in it.
    if (isVoice) return kept === 'kept' ? 'kept' : 'refused';
    if (kept === 'kept') await followUp(id, ports);
    else await tellRefused(id, photo.by, kept, ports);
    await ports.platforms.get(photo.source.platform)?.letGo?.(photo.source.ref);
    return kept === 'kept' ? 'kept' : 'refused';
  };
