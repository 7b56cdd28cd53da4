import { mongo } from 'mongoose';

const reads = ['find', 'aggregate', 'count', 'distinct'] as const;
/** Looked at every two seconds by the program itself, whatever is asked for. */
const ownLooks = ['communities', 'merges', 'system.profile'];

const plain = (command: mongo.Document): mongo.Document =>
  Object.fromEntries(
    Object.entries(command).filter(([key]) => !key.startsWith('$') && key !== 'lsid' && key !== 'txnNumber'),
  );

/** What a page asks MongoDB: its own profiler writes it down. */
export const commandsOf = async (
  database: mongo.Db,
  ask: () => Promise<unknown>,
): Promise<readonly mongo.Document[]> => {
  await database.command({ profile: 0 });
  await database.collection('system.profile').drop();
  await database.command({ profile: 2 });
  await ask();
  await database.command({ profile: 0 });
  const seen = await database.collection('system.profile').find().toArray();
  return seen
    .map(({ command }) => command as mongo.Document)
    .filter((command) => reads.some((name) => name in command && !ownLooks.includes(String(command[name]))))
    .map(plain);
};

export type CommandsByPath = Readonly<Record<string, readonly mongo.Document[]>>;
export const writeCommands = (commands: CommandsByPath): string => mongo.BSON.EJSON.stringify(commands);
