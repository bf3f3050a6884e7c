import { setTimeout as sleep } from 'node:timers/promises';

/** Listens to the hints of a portal. */
export class HintListener {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<string, () => void>();

  static async open(url: string, token: string): Promise<HintListener> {
    const address = `${url.replace(/^http/, 'ws')}/api/signals`;
    // The first upgrade after a start can be lost: the handler is installed by the first request.
    for (let attempt = 0; attempt < 10; attempt++) {
      await fetch(`${url}/api/signals`).catch(() => undefined);
      const socket = new WebSocket(address, token);
      const opened = await Promise.race([
        new Promise<boolean>(resolve => {
          socket.onopen = () => resolve(true);
          socket.onerror = () => resolve(false);
        }),
        sleep(3000, false),
      ]);
      if (opened) {
        return new HintListener(socket);
      }
      socket.close();
    }
    throw new Error('No connection to the signals of the portal');
  }

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.send(
      JSON.stringify({ action: 'subscribe', channel: 'multicluster' }),
    );
    socket.onmessage = ({ data }) => {
      const text = String(data);
      for (const [hint, resolve] of this.#waiting) {
        // A message names views, or says that everything may have changed.
        if (text.includes(hint) || text.includes('"*"')) {
          this.#waiting.delete(hint);
          resolve();
        }
      }
    };
  }

  /** Milliseconds until a hint for this view arrives; NaN when none did within 10 s. */
  async next(hint: string): Promise<number> {
    const started = performance.now();
    const arrived = new Promise<number>(resolve =>
      this.#waiting.set(hint, () => resolve(performance.now() - started)),
    );
    return Promise.race([arrived, sleep(10_000, NaN)]);
  }

  close(): void {
    this.#socket.close();
  }
}
