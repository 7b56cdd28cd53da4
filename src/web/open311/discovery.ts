/** Changes when what this interface answers changes. */
const changeset = '2026-11-21T00:00:00Z';

/** Where the interface is and what it speaks. */
export const sayDiscovery = (name: string, base: string): object => ({
  changeset,
  contact: name,
  key_service: 'npm run -s cli -- api-key add NAME',
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${base}/open311/v2`,
      changeset,
      type: 'production',
      formats: ['text/xml', 'application/json'],
    },
  ],
});
