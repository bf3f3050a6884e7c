/** Something that had an effect at a far end. `at`: its place among all entries when it came there, before it had its effect. */
export interface Sent {
  at: number;
  source: 'tool' | 'plane';
  run: string;
}
