import type { Inbound, InboundAnswer, InboundMessage } from '../../src/usecases/inbound';
import type { ChatRecord, Outgoing, Platform, SendOutcome } from '../../src/usecases/ports';
import type { Stores } from '../../src/store/store';
import { aDraft, aSay } from '../support/a-commit';

/** A picture of one pixel, that every platform takes. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export type Where = 'group' | 'zhao' | 'li';
export type Who = 'zhao' | 'li';

/** What there is on a platform; what it lacks, its capabilities declare and Linli does without. */
export interface Can {
  /** The bot's messages have buttons; else choices are typed. */
  readonly buttons: boolean;
  /** The bot changes its messages; else they are said anew. */
  readonly edits: boolean;
  readonly redacts: boolean;
  /** A message is no longer than the platform takes: more is said in several. */
  readonly splits: boolean;
  /** The bot's answer stands under what it answers. */
  readonly replies: boolean;
  /** A quote names the message quoted, and not its words only. */
  readonly quoteIds: boolean;
  readonly peopleEdit: boolean;
  readonly albums: boolean;
  /** A photo may have words of its own. */
  readonly captions: boolean;
  readonly renames: boolean;
  /** Linli is told when somebody takes a message back. */
  readonly recalls: boolean;
  /** The platform may call a group otherwise one day. */
  readonly changesIds: boolean;
  /** Who never wrote to the bot can't be written to. */
  readonly strangers: boolean;
}

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
    what: {
      text?: string;
      photo?: Buffer;
      voice?: Buffer;
      album?: string;
      replyTo?: string;
      location?: { lat: number; lng: number };
      mentionsBot?: boolean;
    },
  ): Promise<Said>;
  /** Presses a choice of a message of ours, by the name it was sent as; what the person is shown. */
  presses(who: Who, where: Where, as: string, choice: { id: string; label: string }): Promise<string | null>;
  chat(where: Where): Promise<ChatRecord>;
  seen(where: Where): Promise<readonly SeenFromBot[]>;
  /** The sizes of the pictures of ours that are still to be seen there. */
  pictureBytes(where: Where): Promise<readonly number[]>;
  blocksBot(who: Who): Promise<void>;
  removesBot(): Promise<void>;
  leaves(who: Who): Promise<void>;
  /** Li comes back. */
  joins(who: Who): Promise<void>;
  renames(title: string): Promise<void>;
  /** Li takes another name. */
  callsThemselves(who: 'li', name: string): Promise<void>;
  recalls(who: Who, where: Where, messageId: string): Promise<void>;
  /** The platform calls the group otherwise from now on. */
  changesIds(): Promise<void>;
  /** The private chat of somebody who never wrote to the bot. */
  stranger(): Promise<ChatRecord>;
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

/** Marks of HTML and of both kinds of Markdown, as people put them into their names. */
const oddName = '<b>李</b> _*[姐](x)&amp;`~';

/** What every platform must do; `makeWorld` is called anew for each test. */
export const platformContract = (name: string, makeWorld: () => Promise<PlatformWorld>, can: Can): void => {
  const either = (has: boolean) => ({
    with: (title: string, run: () => Promise<void>) => (has ? test(title, run) : undefined),
    without: (title: string, run: () => Promise<void>) => (has ? undefined : test(title, run)),
  });

  describe(`the contract of platforms: ${name}`, () => {
    let world: PlatformWorld;

    beforeEach(async () => {
      world = await makeWorld();
    });
    afterEach(() => world.close());

    test('what it can is declared', () => {
      const { buttons, edits, redacts } = can;
      expect(world.platform.capabilities).toMatchObject({ buttons, edits, redacts, removes: true });
      expect(world.platform.capabilities.maxText).toBeGreaterThanOrEqual(500);
    });

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
        expect(message).toMatchObject({
          text: can.captions ? '楼道' : '',
          media: [{ kind: 'photo', platform: world.platform.name }],
        });
        const ref = message?.media[0]?.ref ?? '';
        expect(await world.platform.fetch(ref, 1_000_000)).toEqual(pixel);
        expect(await world.platform.fetch(ref, pixel.length - 1)).toBeNull();
      });

      either(can.albums).with('the photos of an album share its name', async () => {
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

      either(can.albums).without('the photos of a report come one by one, in their order', async () => {
        const [one, other] = [
          await world.says('zhao', 'group', { photo: pixel }),
          await world.says('zhao', 'group', { photo: pixel }),
        ];
        await world.settled();
        expect(messages(world).map(({ messageId, album, media }) => [messageId, album, media.length])).toEqual([
          [one.messageId, null, 1],
          [other.messageId, null, 1],
        ]);
      });

      test('a place comes as degrees of the world, to the metre', async () => {
        await world.says('zhao', 'zhao', { location: { lat: 31.25, lng: 121.5 } });
        await world.settled();
        const [message] = messages(world);
        expect(message?.location?.lat).toBeCloseTo(31.25, 5);
        expect(message?.location?.lng).toBeCloseTo(121.5, 5);
      });

      test('a voice is kept: it can be fetched by its name', async () => {
        const voice = Buffer.from('so sounds an old man');
        await world.says('zhao', 'zhao', { voice });
        await world.settled();
        const [message] = messages(world);
        expect(message).toMatchObject({ text: '', media: [{ kind: 'voice', platform: world.platform.name }] });
        expect(await world.platform.fetch(message?.media[0]?.ref ?? '', 1_000)).toEqual(voice);
      });

      test('who calls the bot by name is heard, and the words without the name where it only calls', async () => {
        await world.says('zhao', 'group', { text: '我的', mentionsBot: true });
        await world.settled();
        const [message] = messages(world);
        expect(message?.mentioned).toBe(true);
        expect(message?.text.replace(/^@\S+\s/, '')).toBe('我的');
      });

      test('a name with marks of formatting in it is heard as it is', async () => {
        await world.callsThemselves('li', oddName);
        await world.settled();
        await world.says('li', 'group', { text: '早' });
        await world.settled();
        expect(messages(world).map(({ sender }) => sender.name)).toEqual([oddName]);
      });

      test('a 接龙 comes as it is', async () => {
        const list = '#接龙 周六清洁\n1. 甲\n2. 乙 2人';
        await world.says('zhao', 'group', { text: list });
        await world.settled();
        expect(messages(world)[0]?.text).toBe(list);
      });

      test('who leaves and who comes is told', async () => {
        await world.leaves('li');
        await world.joins('li');
        await world.settled();
        const events = world.handed.flatMap((inbound) => (inbound.kind === 'chat' ? [inbound] : []));
        expect(events.map(({ what }) => what)).toEqual(['left', 'joined']);
        expect(events.map(({ sender }) => sender.name)).toEqual(['李姐', '李姐']);
        expect(new Set(events.map(({ key }) => key)).size).toBe(2);
      });

      either(can.renames).with('a new title is told, and known', async () => {
        await world.says('zhao', 'group', { text: '早' });
        await world.settled();
        await world.renames('骑手之家');
        await world.says('zhao', 'group', { text: '改名了' });
        await world.settled();
        expect(world.handed.map((inbound) => (inbound.kind === 'chat' ? inbound.what : inbound.chat.title))).toEqual([
          '骑手群',
          'renamed',
          '骑手之家',
        ]);
        expect(new Set(world.handed.map(({ chat }) => chat.id)).size).toBe(1);
      });

      either(can.recalls).with('what somebody takes back is told by its name', async () => {
        const said = await world.says('zhao', 'group', { text: '发错了' });
        await world.settled();
        await world.recalls('zhao', 'group', said.messageId);
        await world.settled();
        expect(world.handed.at(-1)).toMatchObject({ kind: 'recall', messageId: said.messageId });
      });

      either(can.changesIds).with('a group whose id changes stays the same chat, to hear and to speak in', async () => {
        await world.says('zhao', 'group', { text: '东门积水' });
        await world.settled();
        const before = await world.chat('group');
        await world.changesIds();
        await world.says('zhao', 'group', { text: '还没好' });
        await world.settled();
        expect(messages(world).map(({ chat, text }) => [chat.id, text])).toEqual([
          [before.id, '东门积水'],
          [before.id, '还没好'],
        ]);
        const after = await world.store.chats.byId(before.id);
        expect(after?.nativeId).not.toBe(before.nativeId);
        expect((await deliver(world, after ?? before, { text: '已派人' })).outcome.kind).toBe('sent');
        expect((await world.seen('group')).map(({ text }) => text)).toContain('已派人');
      });

      test('a burst in three chats is taken whole, each chat in its order', async () => {
        const places = ['group', 'zhao', 'li'] as const;
        const texts = Array.from({ length: 60 }, (_, index) => `第${index}条`);
        for (const text of texts) {
          await world.says('zhao', 'group', { text });
          await world.says('zhao', 'zhao', { text });
          await world.says('li', 'li', { text });
        }
        await world.settled();
        const chats = await Promise.all(places.map(async (where) => (await world.chat(where)).id));
        for (const id of chats)
          expect(messages(world).flatMap(({ chat, text }) => (chat.id === id ? [text] : []))).toEqual(texts);
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
          {
            messageId: can.quoteIds ? asked.messageId : (expect.any(String) as unknown),
            ...{ ours: null, quote: '谁来看看', fromBot: false },
          },
        ]);
        expect(messages(world).map(({ text }) => text)).toEqual(['接', '谁来看看', '我去']);
      });

      either(can.peopleEdit).with('an edit is the same message with new words and a key of its own', async () => {
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

      either(can.buttons).with('a press names our message and the choice, and shows the notice', async () => {
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

    either(can.buttons).without('a choice is a number that answers our message', async () => {
      const { id, as } = await deliver(world, await world.chat('zhao'), {
        text: '#101 解决了回 1，没解决回 3',
        choices: [claim],
      });
      await world.says('zhao', 'zhao', { text: '1' });
      await world.says('zhao', 'zhao', { text: '3', replyTo: as.at(-1) ?? '' });
      await world.settled();
      expect(messages(world).map(({ text, replyTo }) => [text, replyTo?.ours ?? null])).toEqual([
        ['1', null],
        ['3', id],
      ]);
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
          { text: '收到，谢谢您。', photos: 0, choices: can.buttons ? ['接单', '退回'] : [], replyTo: null },
        ]);
      });

      test('a reply stands under what it answers; without that it stands alone', async () => {
        const said = await world.says('zhao', 'group', { text: '东门积水' });
        await world.settled();
        await deliver(world, await world.chat('group'), { replyTo: said.messageId });
        const under = can.replies ? said.messageId : null;
        expect((await world.seen('group')).map(({ replyTo }) => replyTo)).toEqual([under]);
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
        const worded = seen.filter(({ text, choices }) => (can.buttons ? choices.length > 0 : text !== ''));
        expect(worded.map(({ text }) => text)).toEqual(['收到，谢谢您。', '收到，谢谢您。']);
      });

      either(can.edits).with(
        'an edit changes words and choices in place, also under a photo, and again changes nothing',
        async () => {
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
        },
      );

      either(can.edits).with('an edit of what is no longer there is gone', async () => {
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

      either(can.redacts).with(
        'words in the place of what stands: no picture and no choice is left; again changes nothing',
        async () => {
          const chat = await world.chat('zhao');
          const words = await deliver(world, chat, { choices: [claim] });
          const picture = await deliver(world, chat, { photos: [{ id: 'p1', bytes: pixel }], choices: [claim] });
          for (const { outgoing, as } of [words, picture, picture])
            expect(await world.platform.redact({ ...outgoing, text: '已收回。', choices: [], photos: [] }, as)).toEqual(
              {
                kind: 'sent',
                as,
              },
            );
          expect((await world.seen('zhao')).map(({ text, choices }) => [text, choices])).toEqual([
            ['已收回。', []],
            ['已收回。', []],
          ]);
          expect(await world.pictureBytes('zhao')).not.toContain(pixel.length);
        },
      );

      either(can.edits || can.redacts).without(
        'what was said is changed by nobody, and nothing is said anew',
        async () => {
          const { outgoing, as } = await deliver(world, await world.chat('zhao'), {});
          const changed = { ...outgoing, text: '已接单。' };
          expect((await world.platform.edit(changed, as)).kind).toBe('refused');
          expect((await world.platform.redact(changed, as)).kind).toBe('refused');
          expect((await world.seen('zhao')).map(({ text }) => text)).toEqual(['收到，谢谢您。']);
        },
      );

      test('a long text arrives whole, in order, cut behind sentences only', async () => {
        const text = Array.from({ length: 1_200 }, (_, index) => `第${index}句话说完了。`).join('');
        const { maxText } = world.platform.capabilities;
        const { as } = await deliver(world, await world.chat('zhao'), { text });
        const parts = (await world.seen('zhao')).map((each) => each.text);
        expect(parts.join('')).toBe(text);
        expect(parts.filter((part) => !part.endsWith('。') || (can.splits && part.length > maxText))).toEqual([]);
        expect(as.length).toBe(parts.length);
      });

      test('marks of formatting in names and words are shown as they are', async () => {
        const text = `@${oddName} 您好：<i>“6号楼”</i> __*门口*__ [看板](http://127.0.0.1) <script>`;
        const label = '<b>接</b>_*[';
        await deliver(world, await world.chat('zhao'), { text, choices: [{ id: 'claim', label }] });
        await deliver(world, await world.chat('zhao'), { text, photos: [{ id: 'p1', bytes: pixel }] });
        const worded = (await world.seen('zhao')).filter((each) => each.text !== '');
        expect(worded.map((each) => [each.text, each.choices])).toEqual([
          [text, can.buttons ? [label] : []],
          [text, []],
        ]);
      });

      either(can.strangers).with('who never wrote to the bot is unreachable', async () => {
        expect((await deliver(world, await world.stranger(), {})).outcome.kind).toBe('unreachable');
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
