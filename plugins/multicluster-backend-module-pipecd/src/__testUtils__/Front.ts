import { connect, createServer, Server, Socket } from 'node:net';

/** Stands before a server, so that a test can cut it off, or let it take everything and answer nothing. */
export class Front {
  /** @param behind - `host:port` of the server */
  static async before(behind: string): Promise<Front> {
    const [host, port] = behind.split(':');
    const front = new Front(host, Number(port));
    await front.open();
    return front;
  }

  address = '';
  readonly #host: string;
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  #server?: Server;
  #mute = false;

  private constructor(host: string, port: number) {
    this.#host = host;
    this.#port = port;
  }

  /** Cuts every connection, as a process that ends does. */
  drop(): void {
    this.#sockets.forEach(socket => socket.destroy());
    this.#sockets.clear();
  }

  /** Nobody listens until it is opened again. */
  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    this.drop();
    await new Promise<void>(resolve => {
      if (server) {
        server.close(() => resolve());
      } else {
        resolve();
      }
    });
  }

  /** Takes calls and passes on no answer. */
  mute(mute: boolean): void {
    this.#mute = mute;
    this.drop();
  }

  async open(): Promise<void> {
    const server = createServer(socket => this.#pass(socket));
    const port = Number(this.address.split(':')[1] ?? 0);
    await new Promise<void>(resolve => {
      server.listen(port, '127.0.0.1', resolve);
    });
    const bound = server.address();
    this.#server = server;
    this.address = `127.0.0.1:${
      typeof bound === 'object' ? bound?.port : port
    }`;
  }

  #pass(socket: Socket): void {
    const behind = connect(this.#port, this.#host);
    for (const one of [socket, behind]) {
      this.#sockets.add(one);
      one.on('error', () => one.destroy());
      one.on('close', () => {
        socket.destroy();
        behind.destroy();
        this.#sockets.delete(one);
      });
    }
    socket.pipe(behind);
    if (!this.#mute) {
      behind.pipe(socket);
    }
  }
}
