/**
 * Holds what a reader saw of a run to what is expected, in order. States that begin with `? ` may be missed, as they are
 * shorter than the time between two looks; every other one must have been seen, and none besides.
 */
export function expectTold(seen: string[], expected: string[]): void {
  const states = expected.map(line => ({
    line: line.replace(/^\? /, ''),
    must: !line.startsWith('? '),
  }));
  const said = seen.join('\n');
  let at = 0;
  for (const line of seen) {
    const after = states.slice(at).findIndex(state => state.line === line);
    const found = at + after;
    if (after < 0) {
      throw new Error(`"${line}" is not expected there; seen:\n${said}`);
    }
    const missed = states.slice(at, found).find(({ must }) => must);
    if (missed) {
      throw new Error(`"${missed.line}" was not seen; seen:\n${said}`);
    }
    at = found + 1;
  }
  const left = states.slice(at).find(({ must }) => must);
  if (left) {
    throw new Error(`"${left.line}" was not seen; seen:\n${said}`);
  }
}
