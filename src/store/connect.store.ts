import { Mongoose, type Connection } from 'mongoose';

const CONNECT_MS = 5_000;
const SELECT_MS = 10_000;
const SOCKET_MS = 30_000;

/** A connection of its own: nothing is reached through mongoose's global instance. */
export const connectStore = async (uri: string): Promise<Connection> => {
  const mongoose = new Mongoose({
    sanitizeFilter: true,
    autoIndex: false,
    autoCreate: false,
    bufferCommands: false,
  });
  const connection = mongoose.createConnection(uri, {
    w: 'majority',
    retryWrites: true,
    retryReads: true,
    connectTimeoutMS: CONNECT_MS,
    serverSelectionTimeoutMS: SELECT_MS,
    socketTimeoutMS: SOCKET_MS,
    maxPoolSize: 50,
    // What is not given is left out, never stored as null.
    ignoreUndefined: true,
  });
  await connection.asPromise();
  return connection;
};
