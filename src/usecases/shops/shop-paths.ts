/** Where a shop's page takes a code: what a scanned picture of the code leads to. */
export const takePath = (code: string): string => `/shop/take?code=${code}`;
