import type { Inbound, InboundAnswer, InboundMessage } from '../../src/usecases/inbound';
import type { ChatRecord, Outgoing, Platform, SendOutcome } from '../../src/usecases/ports';
import type { Stores } from '../../src/store/store';
import { aDraft, aSay } from '../support/a-commit';

/** A real database and a busy machine. */
jest.setTimeout(30_000);

/** A picture of one pixel, that every platform takes. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export type Where = 'group' | 'zhao' | 'li';
export type Who = 'zhao' | 'li';

export interface Said {
  /** As Linli is told it. */
  readonly messageId: string;
  /** The platform hands it in once more. */
  again(): Promise<void>;
  edit(text: string): Promise<void>;
}

export interface SeenFromBot {
  readonly text: string;
  readonly photos: number;
  readonly choices: readonly string[];
  /** The message answered, as Linli is told of messages. */
  readonly replyTo: string | null;
}

/** Two people, their private chats and one group they are in, on one platform. */
export interface PlatformWorld {
  readonly platform: Platform;
  readonly store: Stores;
  /** What was handed to Linli, in order. */
  readonly handed: Inbound[];
  /** What Linli answers. */
  answer: (inbound: Inbound) => Promise<InboundAnswer>;
  says(
    who: Who,
    where: Where,
    what: { text?: string; photo?: Buffer; album?: string; replyTo?: string; location?: { lat: number; lng: number } },
  ): Promise<Said>;
  /** Presses a choice of a message of ours, by the name it was sent as; what the person is shown. */
  presses(who: Who, where: Where, as: string, choice: { id: string; label: string }): Promise<string | null>;
  chat(where: Where): Promise<ChatRecord>;
  seen(where: Where): Promise<readonly SeenFromBot[]>;
  /** The sizes of the pictures of ours that are still to be seen there. */
  pictureBytes(where: Where): Promise<readonly number[]>;
  blocksBot(who: Who): Promise<void>;
  removesBot(): Promise<void>;
  /** All that was said so far has been handed in. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export const noNotice: InboundAnswer = { notice: null, why: [], silent: false };

const claim = { id: 'claim', label: '接单' };
const decline = { id: 'decline', label: '退回' };

const messages = (world: PlatformWorld): readonly InboundMessage[] =>
  world.handed.flatMap((inbound) => (inbound.kind === 'message' ? [inbound] : []));

/** A row of the outbox that is sent, and the names under which the platform knows it. */
export const deliver = async (
  world: Pick<PlatformWorld, 'store' | 'platform'>,
  chat: ChatRecord,
  given: Partial<Outgoing>,
): Promise<{ id: string; outcome: SendOutcome; as: readonly string[]; outgoing: Outgoing }> => {
  const effect = `effect-${Math.random()}`;
  const [row] = await world.store.outbox.add([aDraft(effect, { chat: chat.id, say: aSay({ to: { chat: chat.id } }) })]);
  if (!row) throw new Error('The row was not stored.');
  const base = { id: row.id, chat, text: '收到，谢谢您。', choices: [], photos: [], replyTo: null, number: 101 };
  const outgoing: Outgoing = { ...base, ...given };
  const outcome = await world.platform.send(outgoing);
  const as = outcome.kind === 'sent' ? outcome.as : [];
  if (outcome.kind === 'sent') {
    await world.store.outbox.begin(row.id, 1);
    await world.store.outbox.sent(row.id, as);
  }
  return { id: row.id, outcome, as, outgoing };
};

/** What every platform must do; `makeWorld` is called anew for each test. */
export const platformContract = (name: string, makeWorld: () => Promise<PlatformWorld>): void => {
  describe(`the contract of platforms: ${name}`, () => {
    let world: PlatformWorld;

    beforeEach(async () => {
      world = await makeWorld();
    });
    afterEach(() => world.close());

    describe('what people say', () => {
      test('words come with their chat, their sender and their time', async () => {
        const said = await world.says('zhao', 'group', { text: '6号楼门口又停满了' });
        await world.settled();
        const { id, kind, platform } = await world.chat('group');
        const [message] = messages(world);
        expect(message).toMatchObject({
          key: `${id}:${said.messageId}`,
          messageId: said.messageId,
          chat: { id, kind, platform, purpose: null },
          sender: { name: '赵小飞', identity: { platform } },
          text: '6号楼门口又停满了',
          media: [],
          location: null,
          album: null,
          replyTo: null,
          mentioned: false,
          forwarded: false,
          fromBot: false,
          edited: false,
        });
        expect(Math.abs(Date.parse(message?.at ?? '') - world.store.clock.now().getTime())).toBeLessThan(30_000);
      });

      test('a private chat belongs to its person', async () => {
        await world.says('zhao', 'zhao', { text: '我的' });
        await world.settled();
        const [message] = messages(world);
        expect(message?.chat.kind).toBe('private');
        expect((await world.chat('zhao')).person).toBe(message?.sender.person);
      });

      test('a photo can be fetched by its name, and no more of it than is wanted', async () => {
        await world.says('zhao', 'group', { text: '楼道', photo: pixel });
        await world.settled();
        const [message] = messages(world);
        expect(message).toMatchObject({ text: '楼道', media: [{ kind: 'photo', platform: world.platform.name }] });
        const ref = message?.media[0]?.ref ?? '';
        expect(await world.platform.fetch(ref, 1_000_000)).toEqual(pixel);
        expect(await world.platform.fetch(ref, pixel.length - 1)).toBeNull();
      });

      test('the photos of an album share its name', async () => {
        await world.says('zhao', 'group', { photo: pixel, album: 'a1' });
        await world.says('zhao', 'group', { photo: pixel, album: 'a1' });
        await world.settled();
        const [one, other] = messages(world);
        expect(one?.album).not.toBeNull();
        expect(other?.album).toBe(one?.album);
        expect(other?.key).not.toBe(one?.key);
      });

      test('a photo and the words after it come in this order', async () => {
        await world.says('zhao', 'group', { photo: pixel });
        await world.says('zhao', 'group', { text: '6号楼门口又停满了' });
        await world.settled();
        expect(messages(world).map(({ text, media }) => [text, media.length])).toEqual([
          ['', 1],
          ['6号楼门口又停满了', 0],
        ]);
      });

      test('a place comes as degrees', async () => {
        await world.says('zhao', 'zhao', { location: { lat: 31.25, lng: 121.5 } });
        await world.settled();
        expect(messages(world)[0]?.location).toEqual({ lat: 31.25, lng: 121.5 });
      });

      test('a reply to ours names our message, a reply to a person does not', async () => {
        const { id, as } = await deliver(world, await world.chat('group'), { text: '#101 停车｜6号楼' });
        await world.says('li', 'group', { text: '接', replyTo: as.at(-1) ?? '' });
        const asked = await world.says('zhao', 'group', { text: '谁来看看' });
        await world.says('li', 'group', { text: '我去', replyTo: asked.messageId });
        await world.settled();
        const replies = messages(world).flatMap(({ replyTo }) => replyTo ?? []);
        expect(replies).toEqual([
          expect.objectContaining({ ours: id, quote: '#101 停车｜6号楼', fromBot: true }),
          { messageId: asked.messageId, ours: null, quote: '谁来看看', fromBot: false },
        ]);
      });

      test('an edit is the same message with new words and a key of its own', async () => {
        const said = await world.says('zhao', 'group', { text: '东门积水' });
        await world.settled();
        await said.edit('西门积水');
        await world.settled();
        const [first, second] = messages(world);
        expect([first?.text, first?.edited]).toEqual(['东门积水', false]);
        expect([second?.text, second?.edited, second?.messageId]).toEqual(['西门积水', true, said.messageId]);
        expect(second?.key).not.toBe(first?.key);
        expect(second?.key.startsWith(first?.key ?? '-')).toBe(true);
      });

      test('what is handed in again has the key it had', async () => {
        const said = await world.says('zhao', 'group', { text: '东门积水' });
        await world.settled();
        await said.again();
        await said.again();
        await world.settled();
        const { id } = await world.chat('group');
        expect(new Set(world.handed.map(({ key }) => key))).toEqual(new Set([`${id}:${said.messageId}`]));
        expect(world.handed.length).toBeGreaterThanOrEqual(1);
      });

      test('fifty messages of one chat are handled one after another, in their order', async () => {
        let running = 0;
        let most = 0;
        world.answer = async () => {
          running += 1;
          most = Math.max(most, running);
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
          running -= 1;
          return noNotice;
        };
        const texts = Array.from({ length: 50 }, (_, index) => `第${index}条`);
        for (const text of texts) await world.says('zhao', 'group', { text });
        await world.settled();
        expect(messages(world).map(({ text }) => text)).toEqual(texts);
        expect(most).toBe(1);
      });

      test('a press names our message and the choice, and shows the notice', async () => {
        const { id, as } = await deliver(world, await world.chat('group'), { choices: [claim, decline] });
        world.answer = () => Promise.resolve({ ...noNotice, notice: '王芳 10:05 接的' });
        expect(await world.presses('li', 'group', as.at(-1) ?? '', claim)).toBe('王芳 10:05 接的');
        world.answer = () => Promise.resolve(noNotice);
        expect(await world.presses('li', 'group', as.at(-1) ?? '', decline)).toBeNull();
        const presses = world.handed.filter(({ kind }) => kind === 'press');
        expect(presses).toEqual([
          expect.objectContaining({ message: id, choice: 'claim' }),
          expect.objectContaining({ message: id, choice: 'decline' }),
        ]);
        expect(new Set(presses.map(({ key }) => key)).size).toBe(2);
        expect(presses[0]?.sender.name).toBe('李姐');
      });
    });

    describe('what Linli says', () => {
      beforeEach(async () => {
        await world.says('zhao', 'zhao', { text: '你好' });
        await world.settled();
      });

      test('words and choices', async () => {
        const { outcome } = await deliver(world, await world.chat('zhao'), { choices: [claim, decline] });
        expect(outcome.kind).toBe('sent');
        expect(await world.seen('zhao')).toEqual([
          { text: '收到，谢谢您。', photos: 0, choices: ['接单', '退回'], replyTo: null },
        ]);
      });

      test('a reply stands under what it answers; without that it stands alone', async () => {
        const said = await world.says('zhao', 'group', { text: '东门积水' });
        await world.settled();
        await deliver(world, await world.chat('group'), { replyTo: said.messageId });
        expect((await world.seen('group')).map(({ replyTo }) => replyTo)).toEqual([said.messageId]);
      });

      test('one photo, and several, come with the words and the choices', async () => {
        const photos = [
          { id: 'p1', bytes: pixel },
          { id: 'p2', bytes: pixel },
        ];
        await deliver(world, await world.chat('zhao'), { photos: photos.slice(0, 1), choices: [claim] });
        await deliver(world, await world.chat('zhao'), { photos, choices: [claim] });
        const seen = await world.seen('zhao');
        expect(seen.reduce((sum, each) => sum + each.photos, 0)).toBe(3);
        expect(seen.filter(({ choices }) => choices.length > 0).map(({ text }) => text)).toEqual([
          '收到，谢谢您。',
          '收到，谢谢您。',
        ]);
      });

      test('an edit changes words and choices in place, also under a photo, and again changes nothing', async () => {
        for (const photos of [[], [{ id: 'p1', bytes: pixel }]]) {
          const { outgoing, as } = await deliver(world, await world.chat('zhao'), { photos, choices: [claim] });
          const edited = { ...outgoing, text: '已接单。', choices: [] };
          expect(await world.platform.edit(edited, as)).toEqual({ kind: 'sent', as });
          expect(await world.platform.edit(edited, as)).toEqual({ kind: 'sent', as });
        }
        expect((await world.seen('zhao')).map(({ text, photos, choices }) => [text, photos, choices])).toEqual([
          ['已接单。', 0, []],
          ['已接单。', 1, []],
        ]);
      });

      test('an edit of what is no longer there is gone', async () => {
        const { outgoing, as } = await deliver(world, await world.chat('zhao'), {});
        const unknown = as.map((id) => `${id}999`);
        expect((await world.platform.edit({ ...outgoing, text: '已接单。' }, unknown)).kind).toBe('gone');
      });

      test('what is taken back is seen no more, with its pictures; again changes nothing', async () => {
        const photos = [
          { id: 'p1', bytes: pixel },
          { id: 'p2', bytes: pixel },
        ];
        const chat = await world.chat('zhao');
        const words = await deliver(world, chat, { choices: [claim] });
        const album = await deliver(world, chat, { photos });
        for (const { as } of [words, album, album])
          expect(await world.platform.remove(chat, as)).toEqual({ kind: 'removed' });
        expect(await world.seen('zhao')).toEqual([]);
      });

      test('words in the place of what stands: no picture and no choice is left; again changes nothing', async () => {
        const chat = await world.chat('zhao');
        const words = await deliver(world, chat, { choices: [claim] });
        const picture = await deliver(world, chat, { photos: [{ id: 'p1', bytes: pixel }], choices: [claim] });
        for (const { outgoing, as } of [words, picture, picture])
          expect(await world.platform.redact({ ...outgoing, text: '已收回。', choices: [], photos: [] }, as)).toEqual({
            kind: 'sent',
            as,
          });
        expect((await world.seen('zhao')).map(({ text, choices }) => [text, choices])).toEqual([
          ['已收回。', []],
          ['已收回。', []],
        ]);
        expect(await world.pictureBytes('zhao')).not.toContain(pixel.length);
      });

      test('nothing is taken back from a group that threw the bot out', async () => {
        const chat = await world.chat('group');
        const { as } = await deliver(world, chat, {});
        await world.removesBot();
        expect((await world.platform.remove(chat, as)).kind).toBe('gone');
      });

      test('who blocked the bot is unreachable', async () => {
        const chat = await world.chat('zhao');
        await world.blocksBot('zhao');
        expect((await deliver(world, chat, {})).outcome.kind).toBe('unreachable');
      });

      test('a group that threw the bot out is gone', async () => {
        const chat = await world.chat('group');
        await world.removesBot();
        expect((await deliver(world, chat, {})).outcome.kind).toBe('gone');
      });
    });
  });
};
