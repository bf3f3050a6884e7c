/** Somebody or something that did something, as the tool names them. @public */
export interface Actor {
  /** As the tool wrote it: a login, the id of a key, the name of a robot. Text, never markup. */
  nativeId: string;
  /** What to show, where the platform gave the native id a name. */
  title?: string;
  /** The catalog User, where the platform's mapping finds one. */
  entityRef?: string;
  kind: 'user' | 'service' | 'automation' | 'unknown';
}
