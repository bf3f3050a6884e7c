/** A platform does not answer: what was to be done to it fails, and nothing else does. */
export class Unreachable extends Error {
  constructor(platform: string) {
    super(`dial ${platform}: connect: connection refused`);
  }
}
