import { z } from 'zod';
import { areaById } from '../../domain/community/area-tree';
import type { Category } from '../../domain/community/category';
import type { Community } from '../../domain/community/community';
import type { PostRequest } from '../../usecases/open311/post-request';
import type { ApiKey } from '../../usecases/ports-of-open-data';
import { Open311Problem } from './problem';

const words = (most: number) => z.string().trim().max(most, `has more than ${most} characters`);
const degrees = (most: number) => z.coerce.number('must be degrees').min(-most).max(most);
/** A form's empty field is a field that was not filled in. */
const filled = (input: unknown): unknown =>
  typeof input === 'object' && input !== null
    ? Object.fromEntries(Object.entries(input).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''))
    : {};

const Post = z.preprocess(
  filled,
  z.object({
    service_code: words(41),
    description: words(4000).default(''),
    address_string: words(200).optional(),
    address_id: words(41).optional(),
    'attribute[area]': words(41).optional(),
    lat: degrees(90).optional(),
    long: degrees(180).optional(),
    account_id: words(200).optional(),
    device_id: words(200).optional(),
    email: words(200).optional(),
    phone: words(40).optional(),
    first_name: words(20).optional(),
    last_name: words(20).optional(),
    media_url: words(1000).optional(),
  }),
);
type Post = z.infer<typeof Post>;

const categoryOf = ({ service_code }: Post, offered: readonly Category[]): Category => {
  const found = offered.find(({ id }) => id === service_code);
  if (found) return found;
  throw new Open311Problem(404, 'service_code was not found');
};

const areaOf = (post: Post, community: Community): string | null => {
  const id = post.address_id ?? post['attribute[area]'] ?? null;
  if (id !== null && areaById(community, id) === null) throw new Open311Problem(400, 'address_id is of no area here');
  return id;
};

const mediaOf = ({ media_url }: Post, key: ApiKey): string | null => {
  if (media_url === undefined) return null;
  const url = URL.canParse(media_url) ? new URL(media_url) : null;
  const agreed = url !== null && url.username === '' && key.mediaHosts.includes(url.host);
  if (agreed && url.protocol === 'https:') return url.href;
  throw new Open311Problem(
    400,
    'media_url must begin with https:// and lie at a host that was agreed for this api_key',
  );
};

/**
 * A service request as it came. Addresses of people and their telephones only tell one sender from another: they are
 * kept nowhere.
 */
export const readPost = (
  input: unknown,
  key: ApiKey,
  community: Community,
  offered: readonly Category[],
): PostRequest => {
  const parsed = Post.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const field = issue?.path.join('.') ?? 'body';
    const missing = issue?.code === 'invalid_type' && field === 'service_code';
    throw new Open311Problem(
      400,
      missing ? 'service_code was not provided' : `${field} ${issue?.message ?? 'is wrong'}`,
    );
  }
  const post = parsed.data;
  const category = categoryOf(post, offered);
  const area = areaOf(post, community);
  const spot = post.lat !== undefined && post.long !== undefined ? { lat: post.lat, lng: post.long } : null;
  if (area === null && spot === null && post.address_string === undefined && category.desk === 'grid')
    throw new Open311Problem(400, 'one of lat and long, address_string or address_id must be provided');
  return {
    key,
    category: category.id,
    description: post.description,
    address: post.address_string ?? null,
    area,
    spot,
    sender: {
      account: post.account_id ?? post.device_id ?? post.email ?? post.phone ?? null,
      name: [post.last_name, post.first_name].filter((part) => part !== undefined).join('') || null,
    },
    media: mediaOf(post, key),
  };
};
