/** Pictures of the ground under the community's own map, from a server that the pack names; without one there are none. */
export interface TileSource {
  /** With {z}, {x} and {y} in it. */
  readonly url: string;
  /** The map that its pictures are drawn on. */
  readonly system: 'WGS-84' | 'GCJ-02';
  /** Whose pictures they are: shown beneath. */
  readonly credit: string;
}
