import { badRequest, conflict } from '../api-error';
import type { BotCall, BotMethod } from './bot-method';

const LARGEST_BATCH = 100;
const LONGEST_POLL_SECONDS = 50;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Without the parameter the setting of before holds on. */
const allowUpdates = ({ world, params }: BotCall): void => {
  const kinds = params.json('allowed_updates');
  if (Array.isArray(kinds)) world.updates.allow(kinds.filter((kind) => typeof kind === 'string'));
};

export const getUpdates: BotMethod = (call) => {
  const { world, params, gone } = call;
  if (world.courier.url !== '') {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  allowUpdates(call);
  const limit = Math.min(Math.max(params.integer('limit') ?? LARGEST_BATCH, 1), LARGEST_BATCH);
  const seconds = Math.min(Math.max(params.integer('timeout') ?? 0, 0), LONGEST_POLL_SECONDS);
  return world.longPoll.poll({ offset: params.integer('offset') ?? 0, limit, timeoutMs: seconds * 1000, gone });
};

const checkedUrl = (given: string): string => {
  const url = URL.canParse(given) ? new URL(given) : undefined;
  if (!url) throw badRequest('bad webhook: invalid webhook URL specified');
  // The one kindness of the emulator: plain http on loopback.
  if (url.protocol !== 'https:' && !LOOPBACK.has(url.hostname)) {
    throw badRequest('bad webhook: An HTTPS URL must be provided for webhook');
  }
  return given;
};

const secretIn = ({ params }: BotCall): string | undefined => {
  const secret = params.text('secret_token');
  if (secret === undefined || secret === '') return undefined;
  if (secret.length > 256) throw badRequest('secret token is too long');
  if (!/^[\w-]+$/.test(secret)) throw badRequest('secret token contains unallowed characters');
  return secret;
};

export const deleteWebhook: BotMethod = ({ world, params }) => {
  if (params.flag('drop_pending_updates')) world.updates.clear();
  world.courier.set(undefined);
  return true;
};

export const setWebhook: BotMethod = (call) => {
  const { world, params } = call;
  const given = params.text('url') ?? '';
  if (given === '') return deleteWebhook(call);
  const url = checkedUrl(given);
  const secretToken = secretIn(call);
  allowUpdates(call);
  if (params.flag('drop_pending_updates')) world.updates.clear();
  world.longPoll.terminate('terminated by setWebhook request');
  world.courier.set({ url, secretToken });
  return true;
};

export const getWebhookInfo: BotMethod = ({ world }) => {
  const { courier, updates } = world;
  const active = { max_connections: 40, ip_address: '127.0.0.1', ...courier.error };
  return {
    url: courier.url,
    has_custom_certificate: false,
    pending_update_count: updates.length,
    ...(courier.url !== '' && active),
    ...(updates.allowed.length > 0 && { allowed_updates: updates.allowed }),
  };
};
