import { pageRoutes } from '../../src/web/page-routes';
import { commonRoutes } from '../../src/web/pages/common-routes';

/** Every route of the pages ("GET /board"), as the program lists them; nothing is asked of what they need. */
export const everyPageRoute = (): readonly string[] =>
  [...pageRoutes({} as Parameters<typeof pageRoutes>[0]), ...commonRoutes({} as Parameters<typeof commonRoutes>[0])]
    .map(({ method, path }) => `${method} ${path}`)
    .sort();
