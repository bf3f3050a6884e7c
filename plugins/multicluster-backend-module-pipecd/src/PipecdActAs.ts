/**
 * Makes sessions of the web service in the name of a person, for what is done there as them. This module has none: whoever
 * installs one decides that the portal may be anybody at PipeCD.
 *
 * @public
 */
export interface PipecdActAs {
  /** A JSON Web Token that the control plane takes for a session of the person. */
  sign(person: PipecdActAsPerson): Promise<string>;
}

/** {@inheritDoc PipecdActAs.sign} @public */
export interface PipecdActAsPerson {
  /** The encryption key of the control plane, byte for byte. */
  key: Uint8Array;
  /** Id of the project in PipeCD. */
  project: string;
  /** The person's name in PipeCD; never empty. */
  user: string;
  /** Milliseconds since the epoch. */
  now: number;
}
