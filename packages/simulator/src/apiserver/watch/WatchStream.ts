import { ServerResponse } from 'node:http';
import { FaultAction } from '../../faults/Fault';
import { StatusError } from '../StatusError';
import { failures } from '../failures';
import { resetConnection } from '../http/resetConnection';
import { encodeEvent } from './encodeEvent';

type WatchFault = Extract<FaultAction, { type: 'watch' }>;

const CHUNK_BYTES = 256 * 1024;

/**
 * The sending end of a watch. Lines wait in a queue while the client does not read, and leave in large chunks, so that
 * 100,000 initial events cost a few hundred writes.
 */
export class WatchStream {
  readonly #response: ServerResponse;
  #first: Iterator<Buffer> | undefined;
  #queue: Buffer[] = [];
  #waitsForDrain = false;
  #scheduled = false;
  #silenced = false;
  #struck: WatchFault | undefined;
  #ended = false;
  #onEnd: Array<() => void> = [];

  private constructor(response: ServerResponse) {
    this.#response = response;
    response.on('close', () => this.#finish());
  }

  static create(response: ServerResponse): WatchStream {
    return new WatchStream(response);
  }

  get ended(): boolean {
    return this.#ended;
  }

  onEnd(callback: () => void): void {
    this.#onEnd.push(callback);
  }

  /** Lines that leave before everything else, made only as fast as the client reads them. */
  sendFirst(lines: Iterator<Buffer>): void {
    if (!this.#struck) {
      this.#first = lines;
      this.#schedule();
    }
  }

  send(line: Buffer): void {
    if (this.#ended || this.#silenced || this.#struck) {
      return;
    }
    this.#queue.push(line);
    this.#schedule();
  }

  /** Ends the stream after everything queued has left. */
  end(): void {
    if (this.#ended || this.#silenced) {
      return;
    }
    this.#flush(true);
    this.#response.end();
    this.#finish();
  }

  fail(error: StatusError): void {
    this.send(encodeEvent.error(error.status));
    this.end();
  }

  /** Does to this stream what a watch fault says, once what was sent before has left. */
  strike(fault: WatchFault): void {
    if (fault.what === 'garbage') {
      this.send(Buffer.from('{"type":"MODIFIED","object":{"kind\n'));
      return;
    }
    this.#first = undefined;
    this.#struck ??= fault;
    this.#schedule();
  }

  #suffer({ what }: WatchFault): void {
    this.#struck = undefined;
    switch (what) {
      case 'drop':
        this.end();
        break;
      case 'reset':
        resetConnection(this.#response.socket);
        break;
      case 'half-open':
        this.#silenced = true;
        break;
      case 'gone':
        this.fail(failures.expired('too old resource version: 1 (2)'));
        break;
      default:
        this.fail(
          new StatusError(
            500,
            'InternalError',
            'a watch stream was requested by the client but the required storage feature RequestWatchProgress is disabled',
          ),
        );
    }
  }

  #schedule(): void {
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    }
  }

  #flush(all = false): void {
    this.#scheduled = false;
    while (!this.#ended && (all || !this.#waitsForDrain)) {
      const chunk = this.#nextChunk();
      if (!chunk) {
        break;
      }
      if (!this.#response.write(chunk)) {
        this.#waitsForDrain = true;
        this.#response.once('drain', () => {
          this.#waitsForDrain = false;
          this.#flush();
        });
      }
    }
    if (this.#struck && !this.#ended) {
      this.#suffer(this.#struck);
    }
  }

  #nextChunk(): Buffer | undefined {
    const lines: Buffer[] = [];
    let bytes = 0;
    for (let line = this.#next(); line; line = this.#next()) {
      lines.push(line);
      bytes += line.length;
      if (bytes >= CHUNK_BYTES) {
        break;
      }
    }
    const queued = this.#first ? 0 : this.#takeQueued(lines, bytes);
    return lines.length ? Buffer.concat(lines, bytes + queued) : undefined;
  }

  /** The next of the first lines; undefined once they are all sent, or when a fault has silenced the stream. */
  #next(): Buffer | undefined {
    if (!this.#first || this.#silenced || this.#ended) {
      return undefined;
    }
    const { done, value } = this.#first.next();
    if (done) {
      this.#first = undefined;
      return undefined;
    }
    return value;
  }

  #takeQueued(lines: Buffer[], before: number): number {
    let bytes = 0;
    let count = 0;
    while (count < this.#queue.length && before + bytes < CHUNK_BYTES) {
      bytes += this.#queue[count].length;
      count += 1;
    }
    lines.push(...this.#queue.slice(0, count));
    this.#queue = this.#queue.slice(count);
    return bytes;
  }

  #finish(): void {
    if (!this.#ended) {
      this.#ended = true;
      this.#queue = [];
      this.#onEnd.forEach(callback => callback());
      this.#onEnd = [];
    }
  }
}
