/** One of our own paths, or null: never another host, a scheme, or what a browser makes one of (`//`, `/\`). */
export const ownPath = (to: string): string | null =>
  /^\/(?:[\w%~.-][\w%~./-]*)?(?:\?[\w%~.=&:,+*-]*)?(?:#[\w-]*)?$/u.test(to) && !to.includes('/..') ? to : null;
