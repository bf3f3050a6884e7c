import { LogSeats } from './LogSeats';

describe('LogSeats', () => {
  it('gives each caller so many seats, and a freed one again, once', () => {
    const seats = LogSeats.create(2);
    const free = seats.take('a');
    seats.take('a');
    expect(() => seats.take('a')).toThrow('already follow 2 logs');
    expect(() => seats.take('b')).not.toThrow();
    free();
    free();
    seats.take('a');
    expect(() => seats.take('a')).toThrow(
      expect.objectContaining({ statusCode: 429, code: 'too-many-logs' }),
    );
  });
});
