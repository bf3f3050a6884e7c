import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// On a machine that builds something else meanwhile, the first render of a file takes seconds: it loads half of Material UI.
configure({ asyncUtilTimeout: 15_000 });
jest.setTimeout(40_000);
