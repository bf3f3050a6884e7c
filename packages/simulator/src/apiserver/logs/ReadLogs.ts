/** What a log request asks for, defaults filled in. */
export interface LogQuery {
  namespace: string;
  pod: string;
  container: string | undefined;
  tailLines: number | undefined;
  sinceSeconds: number | undefined;
  previous: boolean;
  timestamps: boolean;
}

/** A line of a container's log. */
export interface LogLine {
  /** Milliseconds since the epoch. */
  at: number;
  text: string;
}

/**
 * The log of a container: what it has written, and a way to hear what it writes from now on. `follow` returns a
 * function that ends it, and calls `end` when the container stops.
 */
export interface LogSource {
  lines: LogLine[];
  follow(listener: (line: LogLine) => void, end: () => void): () => void;
}

/** Finds the log a request asks for. Undefined when the pod does not run here. */
export type ReadLogs = (query: LogQuery) => LogSource | undefined;
