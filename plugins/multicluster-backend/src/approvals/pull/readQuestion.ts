import { InputError } from '@backstage/errors';

/** What a stage names: its run as the tool calls it, and the gate by the name that the platform fixed. */
export interface Question {
  run: string;
  gate: string;
}

const LONGEST = 200;

/** Reads a question from JSON. @throws InputError, without a word of what was sent */
export function readQuestion(body: Buffer): Question {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw new InputError('The body is no JSON');
  }
  const { run, gate } = (parsed ?? {}) as Record<string, unknown>;
  return { run: text(run, 'run'), gate: text(gate, 'gate') };
}

function text(value: unknown, name: string): string {
  if (typeof value !== 'string' || !value || value.length > LONGEST) {
    throw new InputError(`${name} must be a text of 1 to ${LONGEST} letters`);
  }
  return value;
}
