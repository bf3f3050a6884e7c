/**
 * A value that somebody who decides a gate or asks for an action may give, as the tool defines it. A tool that asks for a
 * secret is left to its own page: no secret is typed into the portal.
 *
 * @public
 */
export interface InputParameter {
  name: string;
  description?: string;
  kind: 'text' | 'boolean' | 'choice';
  /** What may be chosen; empty for the other kinds. */
  choices: string[];
  /** Text as the tool takes it. */
  defaultValue?: string;
  required: boolean;
}
