import { Socket } from 'node:net';

/**
 * Cuts a connection without saying goodbye: no end of the answer, no TLS close. A client reads ECONNRESET either way; a
 * TLS socket cannot send RST itself.
 */
export function resetConnection(socket: Socket | null): void {
  socket?.destroy();
}
