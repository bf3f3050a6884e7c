/**
 * Gives every element a size for the tests of a suite: without layout a virtualised list believes that nothing is in
 * sight.
 */
export function giveElementsSize(width = 1_000, height = 600): void {
  const original = {
    offsetWidth: Object.getOwnPropertyDescriptor(
      HTMLElement.prototype,
      'offsetWidth',
    ),
    offsetHeight: Object.getOwnPropertyDescriptor(
      HTMLElement.prototype,
      'offsetHeight',
    ),
  };
  beforeAll(() => {
    for (const [name, value] of [
      ['offsetWidth', width],
      ['offsetHeight', height],
    ] as const) {
      Object.defineProperty(HTMLElement.prototype, name, {
        configurable: true,
        get: () => value,
      });
    }
  });
  afterAll(() => {
    for (const [name, descriptor] of Object.entries(original)) {
      if (descriptor) {
        Object.defineProperty(HTMLElement.prototype, name, descriptor);
      }
    }
  });
}
