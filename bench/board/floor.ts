/** The queries of a page, bare: what MongoDB and its driver need for them, behind node's own HTTP. */
import { createServer } from 'node:http';
import { readFileSync } from 'node:fs';
import { mongo } from 'mongoose';
import { z } from 'zod';

const { BOARD_COMMANDS = '', MONGODB_URI = '', PORT = '0' } = process.env;

const main = async (): Promise<void> => {
  const text = readFileSync(BOARD_COMMANDS, 'utf8');
  const parsed: unknown = mongo.BSON.EJSON.parse(text);
  const commands = z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).parse(parsed);
  const client = await new mongo.MongoClient(MONGODB_URI, { maxPoolSize: 100 }).connect();
  const database = client.db();
  createServer((request, response) => {
    const asked = commands[request.url ?? ''] ?? [];
    Promise.all(asked.map((command) => database.command(command))).then(
      (answers) => response.end(String(answers.length)),
      (error: unknown) => {
        response.statusCode = 500;
        response.end(String(error));
      },
    );
  }).listen(Number(PORT), '127.0.0.1');
};

main().catch((error: unknown) => {
  process.stderr.write(`the floor of the board: ${String(error)}\n`);
  process.exit(1);
});
