interface Closable {
  close(): void;
}

const isClosable = (found: unknown): found is Closable =>
  typeof found === 'object' && found !== null && 'close' in found && typeof found.close === 'function';

/**
 * The gRPC client under a puppet of wechaty-puppet-service; null: it has none, or none now. All clients of one gateway
 * share one socket until the last of them is closed, and what they ask has no time-out: a client that is not closed
 * hands its dead socket on to the next one.
 */
export const gatewayClientOf = (puppet: object): Closable | null => {
  try {
    const manager: unknown = 'grpcManager' in puppet ? puppet.grpcManager : null;
    if (typeof manager !== 'object' || manager === null || !('client' in manager)) return null;
    return isClosable(manager.client) ? manager.client : null;
  } catch {
    // Both throw where there is none.
    return null;
  }
};
