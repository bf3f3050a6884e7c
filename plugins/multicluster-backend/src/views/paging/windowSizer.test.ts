import { windowSizer } from './windowSizer';

describe('windowSizer', () => {
  it('shrinks at once what takes too long, and never to nothing', () => {
    const sizer = windowSizer(true);
    const { size } = sizer;
    sizer.took(40);
    expect(sizer.size).toBe(size / 4);
    sizer.took(10_000);
    expect(sizer.size).toBe(200);
  });

  it('grows in steps where there is time left, and not without end', () => {
    const sizer = windowSizer(true);
    const { size } = sizer;
    sizer.took(1);
    expect(sizer.size).toBe(size * 2);
    for (let n = 0; n < 20; n++) {
      sizer.took(0);
    }
    expect(sizer.size).toBe(10_000);
  });

  it('leaves the size alone where the database works elsewhere', () => {
    const sizer = windowSizer(false);
    const { size } = sizer;
    sizer.took(1000);
    expect(sizer.size).toBe(size);
  });
});
