type Body = () => Promise<void>;

/** The functions of a test framework such as Jest. @public */
export interface TestFrameworkGlobals {
  describe(name: string, body: () => void): void;
  it: {
    (name: string, body: Body, timeoutMs?: number): void;
    skip(name: string, body: Body): void;
  };
  beforeAll(body: Body, timeoutMs?: number): void;
  afterAll(body: Body, timeoutMs?: number): void;
}
