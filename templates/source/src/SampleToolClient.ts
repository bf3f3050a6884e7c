import { ProblemCode } from '@fairway/backstage-plugin-multicluster-common';
import { SampleToolError } from './SampleToolError';
import { LineMessage, PipelineMessage, RunMessage } from './messages';

const codes: Record<number, ProblemCode | 'not-found'> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  429: 'rate-limited',
};

/** How long a call may take, and what ends it before. */
export interface CallOptions {
  signal: AbortSignal;
  /** Milliseconds. */
  deadlineMs: number;
}

/** The calls of the tool's API that this source makes. Each has a deadline. @internal */
export class SampleToolClient {
  static create(options: { url: string; token: string }): SampleToolClient {
    return new SampleToolClient(options.url, options.token);
  }

  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  async pipelines(options: CallOptions): Promise<PipelineMessage[]> {
    const { pipelines } = await this.#get<{ pipelines: PipelineMessage[] }>(
      '/api/pipelines',
      options,
    );
    return pipelines;
  }

  /** Newest change first. */
  async runs(
    page: string,
    options: CallOptions,
  ): Promise<{ runs: RunMessage[]; next?: string }> {
    return this.#get(`/api/runs?page=${encodeURIComponent(page)}`, options);
  }

  async run(id: string, options: CallOptions): Promise<RunMessage> {
    return this.#get(`/api/runs/${encodeURIComponent(id)}`, options);
  }

  async log(
    run: string,
    stage: string,
    options: CallOptions,
  ): Promise<{ lines: LineMessage[]; done: boolean }> {
    const path = [run, 'stages', stage, 'log']
      .map(encodeURIComponent)
      .join('/');
    return this.#get(`/api/runs/${path}`, options);
  }

  async #get<T>(path: string, options: CallOptions): Promise<T> {
    const limit = AbortSignal.timeout(options.deadlineMs);
    const signal = AbortSignal.any([options.signal, limit]);
    let response: Response;
    try {
      response = await fetch(new URL(path, this.#url), {
        headers: { authorization: `Bearer ${this.#token}` },
        signal,
      });
    } catch {
      const code = limit.aborted ? 'timeout' : 'unreachable';
      throw new SampleToolError(code, 'The tool did not answer');
    }
    if (!response.ok) {
      await response.body?.cancel();
      throw new SampleToolError(
        codes[response.status] ?? 'upstream-error',
        `The tool answered with ${response.status}`,
      );
    }
    try {
      return (await response.json()) as T;
    } catch {
      const code = limit.aborted ? 'timeout' : 'malformed';
      throw new SampleToolError(code, 'The answer cannot be read');
    }
  }
}
