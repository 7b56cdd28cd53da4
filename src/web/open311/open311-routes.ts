import formbody from '@fastify/formbody';
import rateLimit from '@fastify/rate-limit';
import type { FastifyError, FastifyInstance, FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Community } from '../../domain/community/community';
import { isPublic, publicCategories, publicTicket } from '../../domain/open-data/public-ticket';
import type { Language } from '../../domain/wording/say-moment';
import type { PostRequest } from '../../usecases/open311/post-request';
import type { PublicPhotos } from '../../usecases/ports-of-public-photos';
import type { Clock, Communities, Logger } from '../../usecases/ports';
import type {
  ApiKey,
  ApiKeys,
  OpenTicket,
  OpenTickets,
  PostedRequest,
  PostedRequests,
} from '../../usecases/ports-of-open-data';
import { answerError, answerList, answerOne, formats, type Format } from './answer';
import { sayDiscovery } from './discovery';
import { Open311Problem } from './problem';
import { readPost } from './read-post';
import { readQuery } from './read-query';
import { sayRequest } from './say-request';
import { offeredCategories, sayDefinition, sayService } from './say-services';

export interface Open311Needs {
  readonly communities: Communities;
  readonly clock: Clock;
  readonly apiKeys: Pick<ApiKeys, 'find'>;
  readonly openTickets: OpenTickets;
  readonly publicPhotos: Pick<PublicPhotos, 'shownAmong'>;
  readonly posted: Pick<PostedRequests, 'byToken' | 'numbersOf'>;
  readonly post: (request: PostRequest) => Promise<PostedRequest>;
  /** Where we are reached: ours to say, whatever name a request calls us by. */
  readonly siteUrl: () => string;
  readonly log: Logger;
}

const bodyLimit = 1024 * 1024;
const readsAMinute = 120;
const postsAMinute = 30;

const base = '/open311/v2';

const formatOf = ({ url }: Pick<FastifyRequest, 'url'>): Format => (/\.xml(?:$|\?)/.test(url) ? 'xml' : 'json');

const fieldOf = (of: unknown, name: string): string | null => {
  const value: unknown = typeof of === 'object' && of !== null ? Reflect.get(of, name) : null;
  return typeof value === 'string' && value !== '' ? value : null;
};

const languageOf = ({ query, headers }: FastifyRequest): Language => {
  const asked = fieldOf(query, 'locale') ?? headers['accept-language'] ?? '';
  return asked.toLowerCase().startsWith('en') ? 'en' : 'zh';
};

/** "102.json", "litter.xml": what is asked for, and how it is to be answered. */
const nameOf = ({ params }: FastifyRequest): { readonly name: string; readonly format: Format } => {
  const [, name = '', suffix = ''] = /^(.{1,64})\.(json|xml)$/.exec(fieldOf(params, 'name') ?? '') ?? [];
  const format = formats.find((each) => each === suffix);
  if (format === undefined) throw new Open311Problem(404, 'there is nothing here; addresses end in .json or .xml');
  return { name, format };
};

const problems = (app: FastifyInstance, log: Logger): void => {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const format = formatOf(request);
    const status = error.statusCode ?? 500;
    void reply.header('cache-control', 'no-store');
    if (status < 500) return answerError(reply, format, status, error.message);
    log.error({ err: error, method: request.method, url: request.routeOptions.url }, 'an Open311 request failed');
    return answerError(reply, format, 500, 'Something went wrong here; please try again later.');
  });
  app.setNotFoundHandler((request, reply) => answerError(reply, formatOf(request), 404, 'there is nothing here'));
};

/** The right community, or the standard's word for the wrong one. */
const communityFor = async ({ communities }: Open311Needs, request: FastifyRequest): Promise<Community> => {
  const community = await communities.current();
  const asked = fieldOf(request.query, 'jurisdiction_id') ?? fieldOf(request.body, 'jurisdiction_id');
  if (asked !== null && asked !== community.id) throw new Open311Problem(404, 'jurisdiction_id was not found');
  return community;
};

const keyOf = (request: FastifyRequest): string | null =>
  fieldOf(request.body, 'api_key') ?? fieldOf(request.query, 'api_key');

const services = (app: FastifyInstance, needs: Open311Needs): void => {
  for (const format of formats) {
    app.get(`/discovery.${format}`, async (request, reply) => {
      const { name } = await communityFor(needs, request);
      return answerOne(reply, format, 'discovery', sayDiscovery(name, needs.siteUrl()));
    });
    app.get(`/services.${format}`, async (request, reply) => {
      const offered = offeredCategories(await communityFor(needs, request));
      const items = offered.map((category) => sayService(category, languageOf(request)));
      return answerList(reply, format, { root: 'services', item: 'service', items });
    });
  }
  app.get('/services/:name', async (request, reply) => {
    const { name, format } = nameOf(request);
    const community = await communityFor(needs, request);
    const category = offeredCategories(community).find(({ id }) => id === name);
    if (!category) throw new Open311Problem(404, 'service_code was not found');
    return answerOne(reply, format, 'service_definition', sayDefinition(category, community, languageOf(request)));
  });
};

/** A system also sees what it posted itself, whatever it turned out to be; then nothing more than of the others. */
const seen = async (
  { openTickets, posted }: Open311Needs,
  numbers: readonly number[],
  key: ApiKey | null,
  community: Community,
): Promise<readonly OpenTicket[]> => {
  const found = await openTickets.byNumbers(numbers);
  const own = key === null ? [] : await posted.numbersOf(key.id, numbers);
  return found.filter(({ ticket }) => own.includes(ticket.number) || isPublic(ticket, community));
};

const caller = async (needs: Open311Needs, request: FastifyRequest): Promise<ApiKey | null> => {
  const given = keyOf(request);
  if (given === null) return null;
  const key = await needs.apiKeys.find(given);
  if (key === null) throw new Open311Problem(403, 'api_key is not known or not in use any more');
  return key;
};

const found = async (needs: Open311Needs, request: FastifyRequest, community: Community) => {
  const { numbers, codes, ...rest } = readQuery(request.query, needs.clock.now());
  if (numbers !== null) return seen(needs, numbers, await caller(needs, request), community);
  const open = publicCategories(community).map(({ id }) => id);
  const categories = codes === null ? open : codes.filter((code) => open.includes(code));
  if (categories.length === 0 || rest.limit === 0) return [];
  const tickets = await needs.openTickets.find({ ...rest, categories });
  return tickets.filter(({ ticket }) => isPublic(ticket, community));
};

/** With the first photo of each that staff let everybody see. */
const answerRequests = async (
  needs: Open311Needs,
  { request, reply, format }: { request: FastifyRequest; reply: FastifyReply; format: Format },
  tickets: readonly OpenTicket[],
  community: Community,
): Promise<FastifyReply> => {
  const shown = await needs.publicPhotos.shownAmong(tickets.flatMap(({ ticket }) => ticket.photos));
  const base = `${needs.siteUrl()}/p/${community.id}/photos`;
  const items = tickets.map(({ ticket, changedAt }) => {
    const photo = isPublic(ticket, community) ? ticket.photos.find((id) => shown.has(id)) : undefined;
    const media = photo === undefined ? null : `${base}/${photo}`;
    return sayRequest(publicTicket(ticket, community), { changedAt, media }, community, languageOf(request));
  });
  return answerList(reply, format, { root: 'service_requests', item: 'request', items });
};

const requests = (app: FastifyInstance, needs: Open311Needs): void => {
  for (const format of formats)
    app.get(`/requests.${format}`, async (request, reply) => {
      const community = await communityFor(needs, request);
      const tickets = await found(needs, request, community);
      return answerRequests(needs, { request, reply, format }, tickets, community);
    });
  app.get('/requests/:name', async (request, reply) => {
    const { name, format } = nameOf(request);
    const community = await communityFor(needs, request);
    const numbers = /^\d{1,9}$/.test(name) ? [Number(name)] : [];
    const tickets = await seen(needs, numbers, await caller(needs, request), community);
    if (tickets.length === 0) throw new Open311Problem(404, 'service_request_id was not found');
    return answerRequests(needs, { request, reply, format }, tickets, community);
  });
  app.get('/tokens/:name', async (request, reply) => {
    const { name, format } = nameOf(request);
    await communityFor(needs, request);
    const posted = await needs.posted.byToken(name);
    if (posted?.number == null) throw new Open311Problem(404, 'token was not found');
    const items = [{ service_request_id: String(posted.number), token: posted.token }];
    return answerList(reply, format, { root: 'service_requests', item: 'request', items });
  });
};

const notice: Readonly<Record<Language, string>> = {
  zh: '已收到，按号码可以查到办理情况。有危险请马上打 110、119 或 120。',
  en: 'Received; its state is found under its number. In danger, ring 110, 119 or 120 at once.',
};

const posts = (app: FastifyInstance, needs: Open311Needs): void => {
  const keyGenerator = (request: FastifyRequest): string => keyOf(request) ?? request.ip;
  const config = { rateLimit: { max: postsAMinute, timeWindow: 60_000, hook: 'preHandler' as const, keyGenerator } };
  for (const format of formats)
    app.post(`/requests.${format}`, { config, bodyLimit }, async (request, reply) => {
      const community = await communityFor(needs, request);
      const key = await caller(needs, request);
      if (key === null) throw new Open311Problem(403, 'api_key was not provided');
      const { number, token } = await needs.post(readPost(request.body, key, community, offeredCategories(community)));
      const id = number === null ? { token } : { service_request_id: String(number) };
      const items = [{ ...id, service_notice: notice[languageOf(request)], account_id: null }];
      return answerList(reply.code(201), format, { root: 'service_requests', item: 'request', items });
    });
};

/** GeoReport v2: other systems read what is public, and post. In: HTTP. Out: what the standard says, as JSON or XML. */
export const open311Routes = (needs: Open311Needs): FastifyPluginAsync => {
  const routes = async (app: FastifyInstance): Promise<void> => {
    await app.register(formbody);
    await app.register(rateLimit, { max: readsAMinute, timeWindow: 60_000 });
    problems(app, needs.log);
    app.addHook('onSend', async (request, reply, payload) => {
      const own = request.method !== 'GET' || keyOf(request) !== null;
      if (!reply.hasHeader('cache-control'))
        void reply.header('cache-control', own ? 'no-store' : 'public, max-age=30');
      return payload;
    });
    services(app, needs);
    requests(app, needs);
    posts(app, needs);
  };
  return async (app) => {
    await app.register(routes, { prefix: base });
  };
};
