import { ServerResponse } from 'node:http';
import { FaultAction } from '../../faults/Fault';
import { StatusError } from '../StatusError';
import { failures } from '../failures';
import { encodeEvent } from './encodeEvent';

const CHUNK_BYTES = 256 * 1024;

/**
 * The sending end of a watch. Lines wait in a queue while the client does not read, and leave in large chunks, so that
 * 100,000 initial events cost a few hundred writes.
 */
export class WatchStream {
  readonly #response: ServerResponse;
  #queue: Buffer[] = [];
  #waitsForDrain = false;
  #scheduled = false;
  #silenced = false;
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

  send(line: Buffer): void {
    if (this.#ended || this.#silenced) {
      return;
    }
    this.#queue.push(line);
    if (!this.#scheduled) {
      this.#scheduled = true;
      setImmediate(() => this.#flush());
    }
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

  /** Does to this stream what a watch fault says. */
  strike(action: Extract<FaultAction, { type: 'watch' }>): void {
    switch (action.what) {
      case 'drop':
        this.end();
        break;
      case 'reset':
        this.#response.socket?.resetAndDestroy();
        break;
      case 'half-open':
        this.#silenced = true;
        break;
      case 'gone':
        this.fail(failures.expired('too old resource version: 1 (2)'));
        break;
      case 'internal':
        this.fail(
          new StatusError(
            500,
            'InternalError',
            'a watch stream was requested by the client but the required storage feature RequestWatchProgress is disabled',
          ),
        );
        break;
      default:
        this.send(Buffer.from('{"type":"MODIFIED","object":{"kind\n'));
    }
  }

  #flush(all = false): void {
    this.#scheduled = false;
    while (this.#queue.length && (all || !this.#waitsForDrain)) {
      let bytes = 0;
      let count = 0;
      while (count < this.#queue.length && bytes < CHUNK_BYTES) {
        bytes += this.#queue[count].length;
        count += 1;
      }
      const chunk = Buffer.concat(this.#queue.slice(0, count), bytes);
      this.#queue = this.#queue.slice(count);
      if (!this.#response.write(chunk)) {
        this.#waitsForDrain = true;
        this.#response.once('drain', () => {
          this.#waitsForDrain = false;
          this.#flush();
        });
      }
    }
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
