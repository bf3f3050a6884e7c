/** What is wrong with a toy source, by name. */
export interface Flaws {
  has(flaw: string): boolean;
  /** Another number for every instance. */
  readonly instance: number;
}

let instances = 0;

export function flawed(...names: string[]): Flaws {
  instances += 1;
  return { has: flaw => names.includes(flaw), instance: instances };
}
