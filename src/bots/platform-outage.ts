/** The platform could not be asked, or could not answer: nothing was done. */
export class PlatformOutage extends Error {}
